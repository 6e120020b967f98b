import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useStatusSentence } from '../shared/status-sentence.ts';
import type { Sent } from './send-once.ts';
import { useComplaint } from './use-complaint.ts';

/** It has arrived: under which number, who has it, what happens next. Who has it may change while one reads. */
export function SentCard({ sent, again }: { sent: Sent; again: () => void }) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const { data: complaint = sent.complaint } = useComplaint(sent.complaint.id, sent.complaint);
  const sentence = useStatusSentence(complaint);
  useEffect(() => heading.current?.focus(), []);
  const kind = sent.duplicate ? 'attached' : 'new';
  return (
    <Paper withBorder p={{ base: 'md', sm: 'xl' }} className="sent-card">
      <Stack>
        <Group gap="sm" wrap="nowrap" align="center">
          <IconCircleCheck size={32} aria-hidden className="sent-icon" />
          <Title order={2} ref={heading} tabIndex={-1} className="page-title">
            {t(`send.sent.${kind}`)}
          </Title>
        </Group>
        {sent.isEarlier && <Alert color="yellow">{t('send.sent.earlier')}</Alert>}
        {sent.advice && <Text>{sent.advice}</Text>}
        <div>
          <Text c="dimmed" size="sm">
            {t('myCase.number')}
          </Text>
          <Text fw={700} size="xl">
            {complaint.number}
          </Text>
          <Text role="status">{sentence}</Text>
        </div>
        {!sent.duplicate && (
          <div>
            <Text fw={600}>{t('send.sent.next')}</Text>
            <ul className="sent-next">
              <li>{t('send.sent.turn')}</li>
              <li>{t('send.sent.news')}</li>
              <li>{t('send.sent.reply')}</li>
            </ul>
          </div>
        )}
        <Group gap="sm">
          <Button component={Link} href={`/complaints/${complaint.number}`} size="md">
            {t('send.sent.open')}
          </Button>
          <Button variant="default" size="md" onClick={again}>
            {t('send.sent.again')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
