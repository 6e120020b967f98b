import { Button, Stack } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Complaint } from '../../api/client.ts';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { useCaseOrder } from '../case/case-order.ts';
import { CaseRow } from './case-row.tsx';

/** A case of one's own; one that has just been given can be taken at once. */
export function InboxRow({ complaint, isNew }: { complaint: Complaint; isNew: boolean }) {
  const { t } = useTranslation();
  const order = useCaseOrder(complaint);
  // The button goes with the state; whoever pressed it goes on at the case.
  const acknowledge = ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    const link = currentTarget.closest('li')?.querySelector('a');
    order.mutate({ name: 'acknowledge' }, { onSuccess: () => link?.focus() });
  };
  return (
    <CaseRow complaint={complaint} isNew={isNew}>
      {complaint.status === 'assigned' && (
        <Button
          variant="light"
          loading={order.isPending}
          leftSection={<IconCheck size={17} aria-hidden />}
          aria-label={t('inbox.acknowledgeCase', { title: complaint.title })}
          data-acknowledge
          onClick={acknowledge}
        >
          {t('inbox.acknowledge')}
        </Button>
      )}
      {order.error && (
        <Stack style={{ gridColumn: '1 / -1' }}>
          <ProblemAlert error={order.error} />
        </Stack>
      )}
    </CaseRow>
  );
}
