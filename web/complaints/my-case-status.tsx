import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { answer, api, type Complaint } from '../api/client.ts';
import type { ConversationItem } from '../conversation/conversation-items.ts';
import { StatusBadge } from '../shared/case-status.tsx';
import { useStatusSentence } from '../shared/status-sentence.ts';
import { hasEnded } from './case-phase.ts';
import { RatingForm } from './rating-form.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

interface MyCaseStatusProps {
  complaint: Complaint;
  items: readonly ConversationItem[];
  focusRef: RefObject<HTMLDivElement | null>;
}

/** How the case stands, in words, and what one can do about it now. */
export function MyCaseStatus({ complaint, items, focusRef }: MyCaseStatusProps) {
  const { t } = useTranslation();
  const sentence = useStatusSentence(complaint);
  const { id, status } = complaint;
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('myCase.status')} ref={focusRef} tabIndex={-1}>
      <Stack gap="md">
        <Group gap="sm" role="status" align="baseline">
          <StatusBadge status={status} />
          <Text fw={600} size="lg" className="status-sentence">
            {sentence}
          </Text>
        </Group>
        {status === 'waitingOnSubmitter' && <Text>{t('myCase.answerBelow')}</Text>}
        {status === 'resolved' && (
          <>
            <RatingForm complaintId={id} items={items} onDone={() => focusRef.current?.focus()} />
            <ReasonDialog
              complaintId={id}
              name="reopen"
              act={(reason, key) =>
                answer(
                  api.POST('/v1/complaints/{id}/reopen', {
                    params: { path: { id }, header: { 'idempotency-key': key } },
                    body: { reason },
                  }),
                )
              }
              onDone={() => focusRef.current?.focus()}
            />
          </>
        )}
        {hasEnded(complaint) && (
          <Group gap="sm">
            <Text>{t('myCase.ended')}</Text>
            <Button component={Link} href="/send" variant="default" size="sm">
              {t('place.send')}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}
