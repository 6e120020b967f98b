import { Anchor, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { answer, api, type Complaint, type Schemas } from '../../api/client.ts';
import { keys } from '../../api/query-keys.ts';
import { useKeptText } from '../../conversation/use-kept-text.ts';
import { useUser } from '../../session/session.ts';
import { FormDialog } from '../form-dialog.tsx';
import { asSeen } from './as-seen.ts';
import { catchFocus } from './catch-focus.ts';
import { useWishKey } from './case-order.ts';

/** Makes a report a case of its own. The condition is the case as it is shown. */
export function useDetach(shown: Complaint) {
  const { id, number } = shown;
  const { id: userId } = useUser();
  const client = useQueryClient();
  const keyOf = useWishKey();
  return useMutation({
    mutationFn: (body: Schemas['Detachment']) =>
      asSeen({ complaintId: id, seen: shown, shown, userId }, (version) => {
        const header = { 'idempotency-key': keyOf({ body, version }), 'if-match': `"${version}"` };
        return answer(api.POST('/v1/complaints/{id}/detach', { params: { path: { id }, header }, body }));
      }),
    onSettled: () =>
      Promise.all(
        [keys.complaint(id), keys.complaint(number), keys.complaints].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

interface DetachDialogProps {
  report: Schemas['Report'];
  detach: ReturnType<typeof useDetach>;
  opened: boolean;
  onClose: () => void;
}

export function DetachDialog({ report, detach, opened, onClose }: DetachDialogProps) {
  const { t } = useTranslation();
  const { text: reason, write, clear } = useKeptText(`report.${report.id}.detach`);
  const body = { reportId: report.id, ...(reason.trim() ? { reason } : {}) };
  const done = () => {
    clear();
    onClose();
  };
  return (
    <FormDialog
      title={t('agentCase.detach.title', { name: report.submitter.name })}
      opened={opened}
      onClose={onClose}
      onSubmit={() => detach.mutate(body, { onSuccess: done })}
      submitLabel={t('agentCase.detach.submit')}
      pending={detach.isPending}
      error={detach.error}
    >
      <Text>{t('agentCase.detach.lead')}</Text>
      <Textarea
        data-autofocus
        label={t('agentCase.detach.reason')}
        autosize
        minRows={2}
        maxLength={2_000}
        value={reason}
        onChange={(event) => write(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

/** Where a report that has just been detached went. */
export function DetachedNotice({ detach }: { detach: ReturnType<typeof useDetach> }) {
  const { t } = useTranslation();
  const id = useId();
  const number = detach.data?.detached.number;
  // The report that had the focus has gone with its button.
  useEffect(() => (number ? catchFocus(id) : undefined), [id, number]);
  return (
    <div role="status" id={id} tabIndex={-1}>
      {number && (
        <Text size="sm">
          {t('agentCase.detach.done')}{' '}
          <Anchor component={Link} underline="always" href={`/cases/${number}`}>
            {number}
          </Anchor>
        </Text>
      )}
    </div>
  );
}
