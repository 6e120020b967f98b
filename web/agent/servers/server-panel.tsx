import { Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Complaint } from '../../api/client.ts';
import { useUser } from '../../session/session.ts';
import { workedStatuses } from '../../shared/case-groups.ts';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { hourOf } from '../../shared/time-words.ts';
import { EndedNotice } from './ended-notice.tsx';
import { useOfficeServers, useSessionOrder, type OfficeServer } from './office-servers.ts';
import { ownPlaceOf } from './own-place.ts';
import { OwnSession } from './own-session.tsx';
import { WhoIsThere } from './who-is-there.tsx';

const lengths = ['15', '30', '60', '120'] as const;

/** The servers of the case's office: the one that it is about, or all when it does not say. */
export function ServerPanels({ complaint }: { complaint: Complaint }) {
  const { data: servers = [] } = useOfficeServers(complaint.office.id);
  const about = servers.filter(({ id }) => id === complaint.server?.id);
  return (about.length > 0 ? about : servers).map((server) => (
    <ServerPanel key={server.id} server={server} complaint={complaint} />
  ));
}

/** One server: who is on it, and how this case gets there without throwing anybody out. */
function ServerPanel({ server, complaint }: { server: OfficeServer; complaint: Complaint }) {
  const { t } = useTranslation();
  const user = useUser();
  const [minutes, setMinutes] = useState<string>('30');
  const order = useSessionOrder(server.id);
  const place = ownPlaceOf(server, complaint.id, user.id);
  const sessionId = place.state === 'none' ? undefined : place.sessionId;
  const isWorked = workedStatuses.includes(complaint.status);
  const mayAsk = place.state === 'none' && complaint.agent?.id === user.id && isWorked;
  const isFull = server.sessions.length >= server.sessionLimit;
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={`server-${server.id}`}>
      <Stack gap="sm">
        <Title order={2} id={`server-${server.id}`}>
          {server.name}
        </Title>
        <div role="status">
          <EndedNotice serverId={server.id} sessionId={sessionId} />
          {place.state === 'holding' && <Text fw={600}>{t('servers.yours', { hour: hourOf(place.expiresAt) })}</Text>}
          {place.state === 'waiting' && <Text fw={600}>{t('servers.yourPlace', { position: place.position })}</Text>}
          {place.state === 'none' && (
            <Text>
              {isFull ? t('servers.full') : t('servers.free', { count: server.sessionLimit - server.sessions.length })}
            </Text>
          )}
        </div>
        {place.state === 'holding' && (
          <OwnSession serverId={server.id} place={place} isPending={order.isPending} order={order.mutate} />
        )}
        <WhoIsThere server={server} exceptId={sessionId} />
        {place.state === 'waiting' && (
          <Button
            variant="default"
            w="fit-content"
            loading={order.isPending}
            onClick={() => order.mutate({ name: 'end', sessionId: place.sessionId })}
          >
            {t('servers.leaveQueue')}
          </Button>
        )}
        {mayAsk && (
          <Group gap="xs" align="flex-end">
            <NativeSelect
              label={t('servers.howLong')}
              value={minutes}
              onChange={(event) => setMinutes(event.currentTarget.value)}
              data={lengths.map((value) => ({ value, label: t(`servers.minutes.${value}`) }))}
            />
            <Button
              variant="light"
              loading={order.isPending}
              onClick={() => order.mutate({ name: 'request', complaintId: complaint.id, minutes: Number(minutes) })}
            >
              {isFull ? t('servers.queue') : t('servers.ask')}
            </Button>
          </Group>
        )}
        <ProblemAlert error={order.error} />
      </Stack>
    </Paper>
  );
}
