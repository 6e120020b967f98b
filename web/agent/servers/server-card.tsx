import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { useUser } from '../../session/session.ts';
import { useNow } from '../../shared/now-clock.ts';
import { hourOf } from '../../shared/time-words.ts';
import { spokenLanguage } from '../../text/language.ts';
import { durationWords } from '../case-list/duration-words.ts';
import { CaseLink } from './case-link.tsx';
import type { OfficeServer } from './office-servers.ts';
import { RevokeDialog } from './revoke-dialog.tsx';

/** One office's server: how full it is, who is on it, who waits. */
export function ServerCard({ server }: { server: OfficeServer }) {
  const { t } = useTranslation();
  const { name, queue, sessionLimit, sessions } = server;
  const isFull = sessions.length >= sessionLimit;
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={`server-${server.id}`}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Title order={2} id={`server-${server.id}`}>
            {name}
          </Title>
          <Badge
            variant="light"
            style={{ flexShrink: 0 }}
            color={isFull ? 'orange' : 'green'}
            tt="none"
            c="var(--mantine-color-text)"
          >
            {t('servers.used', { used: sessions.length, limit: sessionLimit })}
          </Badge>
        </Group>
        {sessions.length === 0 && <Text c="dimmed">{t('servers.nobody')}</Text>}
        {sessions.map((session) => (
          <Holder key={session.id} serverId={server.id} session={session} />
        ))}
        {queue.length > 0 && (
          <div>
            <Text fw={600}>{t('servers.queueTitle', { count: queue.length })}</Text>
            <ol style={{ margin: 0, paddingInlineStart: '1.4rem' }}>
              {queue.map(({ id, agent, complaintId }) => (
                <li key={id}>
                  {agent.name} · <CaseLink id={complaintId} />
                </li>
              ))}
            </ol>
          </div>
        )}
      </Stack>
    </Paper>
  );
}

function Holder({ serverId, session }: { serverId: string; session: Schemas['LiveSession'] }) {
  const { t } = useTranslation();
  const user = useUser();
  const now = useNow();
  const [revoking, setRevoking] = useState(false);
  const { agent, complaintId, expiresAt } = session;
  const duration = durationWords(Date.parse(expiresAt) - now, spokenLanguage());
  return (
    <Group justify="space-between" gap="sm">
      <div>
        <Text>
          <strong>{agent.name}</strong> · <CaseLink id={complaintId} />
        </Text>
        <Text size="sm" c="dimmed">
          {t('servers.untilAndLeft', { hour: hourOf(expiresAt), duration })}
        </Text>
      </div>
      {user.role === 'supervisor' && (
        <>
          <Button
            variant="default"
            aria-label={t('servers.revoke.of', { agent: agent.name })}
            onClick={() => setRevoking(true)}
          >
            {t('servers.revoke.button')}
          </Button>
          <RevokeDialog serverId={serverId} session={session} opened={revoking} onClose={() => setRevoking(false)} />
        </>
      )}
    </Group>
  );
}
