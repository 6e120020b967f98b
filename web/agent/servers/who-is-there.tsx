import { List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hourOf } from '../../shared/time-words.ts';
import { CaseLink } from './case-link.tsx';
import type { OfficeServer } from './office-servers.ts';

/** Who is on a server and until when, then who waits, in order. */
export function WhoIsThere({ server, exceptId }: { server: OfficeServer; exceptId?: string | undefined }) {
  const { t } = useTranslation();
  const sessions = server.sessions.filter(({ id }) => id !== exceptId);
  const queue = server.queue.filter(({ id }) => id !== exceptId);
  if (sessions.length + queue.length === 0) return null;
  return (
    <List size="sm" spacing={4} listStyleType="none">
      {sessions.map(({ id, agent, complaintId, expiresAt }) => (
        <List.Item key={id}>
          {t('servers.holds', { agent: agent.name, hour: hourOf(expiresAt) })}&nbsp;· <CaseLink id={complaintId} />
        </List.Item>
      ))}
      {queue.map(({ id, agent, complaintId, position }) => (
        <List.Item key={id}>
          {t('servers.waits', { agent: agent.name, position })}&nbsp;· <CaseLink id={complaintId} />
        </List.Item>
      ))}
    </List>
  );
}
