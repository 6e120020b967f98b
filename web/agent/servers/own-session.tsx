import { Button, Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/now-clock.ts';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { spokenLanguage } from '../../text/language.ts';
import { durationWords } from '../case-list/duration-words.ts';
import { useConnectionFile, type SessionOrder } from './office-servers.ts';
import type { OwnPlace } from './own-place.ts';

const extensionMinutes = 30;

interface OwnSessionProps {
  serverId: string;
  place: Extract<OwnPlace, { state: 'holding' }>;
  isPending: boolean;
  order: (order: SessionOrder) => void;
}

/** One is on the server: for how long, how to get there, longer, and off it again. */
export function OwnSession({ serverId, place, isPending, order }: OwnSessionProps) {
  const { t } = useTranslation();
  const now = useNow();
  const file = useConnectionFile(serverId);
  const { expiresAt, sessionId } = place;
  const left = durationWords(Date.parse(expiresAt) - now, spokenLanguage());
  return (
    <>
      <Text c="dimmed" mt={-8}>
        {t('servers.left', { duration: left })}
      </Text>
      <Group gap="xs" grow preventGrowOverflow={false}>
        <Button
          variant="light"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={file.isPending}
          onClick={() => file.mutate(sessionId)}
        >
          {t('servers.connect')}
        </Button>
        <Button
          variant="default"
          loading={isPending}
          onClick={() => order({ name: 'extend', sessionId, minutes: extensionMinutes })}
        >
          {t('servers.extend', { minutes: extensionMinutes })}
        </Button>
        <Button variant="default" loading={isPending} onClick={() => order({ name: 'end', sessionId })}>
          {t('servers.release')}
        </Button>
      </Group>
      <ProblemAlert error={file.error} />
    </>
  );
}
