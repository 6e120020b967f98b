import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconCoffee } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/now-clock.ts';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { momentOf } from '../../shared/time-words.ts';
import { useAgent } from './agents-query.ts';
import { useSetAvailability } from './set-availability.ts';

/** While one is absent: what that means, and the way back. */
export function AbsenceNotice({ agentId }: { agentId: string }) {
  const { t } = useTranslation();
  const now = useNow();
  const agent = useAgent(agentId);
  const change = useSetAvailability(agentId);
  if (!agent || agent.availability === 'available') return null;
  const until = agent.until ? t('inbox.absent.until', { moment: momentOf(agent.until, new Date(now)) }) : '';
  return (
    <Alert
      color="yellow"
      variant="light"
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      icon={<IconCoffee aria-hidden />}
      title={t(`inbox.absent.${agent.availability}`, { until })}
    >
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Text size="sm">{t('inbox.absent.text')}</Text>
          <Button
            variant="default"
            loading={change.isPending}
            onClick={() => change.mutate({ availability: 'available' })}
          >
            {t('inbox.absent.back')}
          </Button>
        </Group>
        <ProblemAlert error={change.error} />
      </Stack>
    </Alert>
  );
}
