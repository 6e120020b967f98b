import { Alert } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerSession } from './office-servers.ts';

/** A session that ended without one's doing, while one was looking: how, and why. */
export function EndedNotice({ serverId, sessionId }: { serverId: string; sessionId: string | undefined }) {
  const { t } = useTranslation();
  const [last, setLast] = useState(sessionId);
  if (sessionId && sessionId !== last) setLast(sessionId);
  const { data } = useServerSession(serverId, sessionId ? undefined : last);
  const how = data?.state === 'ended' ? data.how : undefined;
  if (sessionId || !data || !how || how === 'released') return null;
  return (
    <Alert
      color="yellow"
      mb="sm"
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      title={t(`servers.ended.${how}`, { by: data.endedBy?.name ?? '' })}
    >
      {data.reason}
    </Alert>
  );
}
