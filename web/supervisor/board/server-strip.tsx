import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { CaseLink } from '../../agent/servers/case-link.tsx';
import { useOfficeServers, type OfficeServer } from '../../agent/servers/office-servers.ts';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { hourOf } from '../../shared/time-words.ts';
import classes from './board.module.css';

/** The office servers that are used now. */
export function ServerStrip() {
  const { t } = useTranslation();
  const { data, error, refetch } = useOfficeServers();
  const used = data?.filter(({ queue, sessions }) => queue.length + sessions.length > 0);
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="board-servers">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} id="board-servers">
            {t('servers.title')}
          </Title>
          <Anchor component={Link} href="/servers">
            {t('board.servers.all')}
          </Anchor>
        </Group>
        <ProblemAlert error={error} retry={() => void refetch()} />
        {used?.length === 0 && <Text c="dimmed">{t('board.servers.free')}</Text>}
        {used && used.length > 0 && (
          <ul className={classes.servers}>
            {used.map((server) => (
              <UsedServer key={server.id} server={server} />
            ))}
          </ul>
        )}
      </Stack>
    </Paper>
  );
}

function UsedServer({ server }: { server: OfficeServer }) {
  const { t } = useTranslation();
  const { name, queue, sessionLimit, sessions } = server;
  return (
    <li>
      <Text fw={600}>{name}</Text>
      <Text size="sm" c="dimmed">
        {t('servers.used', { used: sessions.length, limit: sessionLimit })}
      </Text>
      {sessions.map(({ agent, complaintId, expiresAt, id }) => (
        <Text key={id} size="sm">
          {t('servers.holds', { agent: agent.name, hour: hourOf(expiresAt) })}&nbsp;· <CaseLink id={complaintId} />
        </Text>
      ))}
      {queue.map(({ agent, complaintId, id, position }) => (
        <Text key={id} size="sm">
          {t('servers.waits', { agent: agent.name, position })}&nbsp;· <CaseLink id={complaintId} />
        </Text>
      ))}
    </li>
  );
}
