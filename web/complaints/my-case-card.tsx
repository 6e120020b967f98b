import { Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Complaint } from '../api/client.ts';
import { StatusBadge } from '../shared/case-status.tsx';
import { useStatusSentence } from '../shared/status-sentence.ts';
import { Moment } from '../shared/moment.tsx';
import './case-list.css';

/** A case in a list: what it is, how it stands, when something happened last. All of it leads there. */
export function MyCaseCard({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation();
  const sentence = useStatusSentence(complaint);
  const { number, status, system, title, updatedAt } = complaint;
  return (
    <Paper component="li" withBorder p="md" className="case-card">
      <Stack gap={6}>
        <Group justify="space-between" align="flex-start" gap={6}>
          <Link href={`/complaints/${number}`} className="case-card-link">
            {title}
          </Link>
          <StatusBadge status={status} />
        </Group>
        <Text>{sentence}</Text>
        <Text size="sm" c="dimmed">
          {number} · {system.name} · {t('mine.updated')} <Moment at={updatedAt} relative />
        </Text>
      </Stack>
    </Paper>
  );
}
