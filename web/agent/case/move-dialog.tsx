import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Complaint } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { FormDialog } from '../form-dialog.tsx';
import type { CaseMove } from './case-moves.ts';
import type { Seen } from './as-seen.ts';
import { useCaseOrder, type CaseOrder, type OrderAnswer } from './case-order.ts';
import { WhatChanged } from './what-changed.tsx';

export interface MoveDialogProps {
  complaint: Complaint;
  opened: boolean;
  /** The case as it was when one began to decide. */
  seen: Seen;
  onClose: () => void;
}

interface OrderDialogProps extends MoveDialogProps {
  move: Exclude<CaseMove, 'acknowledge' | 'resume'>;
  order: () => CaseOrder;
  onDone: (answer: OrderAnswer) => void;
  children: (fault: (field: string) => string | undefined) => ReactNode;
}

/**
 * One decision about a case. It holds for the case as one saw it: when that has changed meanwhile it is refused, what
 * changed is shown, what was typed stays, and the next attempt is about the case as it is now.
 */
export function MoveDialog({ complaint, opened, seen, onClose, move, order, onDone, children }: OrderDialogProps) {
  const { t } = useTranslation();
  const [refused, setRefused] = useState<Seen | null>(null);
  const send = useCaseOrder(complaint, { seen: refused ?? seen, onRefused: setRefused });
  const close = () => {
    send.reset();
    setRefused(null);
    onClose();
  };
  const submit = () =>
    send.mutate(order(), {
      onSuccess: (answer) => {
        onDone(answer);
        close();
      },
    });
  return (
    <FormDialog
      title={t(`agentCase.move.${move}.title`)}
      opened={opened}
      onClose={close}
      onSubmit={submit}
      submitLabel={t(`agentCase.move.${move}.submit`)}
      pending={send.isPending}
      error={send.error}
      explanation={refused && send.error && <WhatChanged complaint={complaint} since={seen.updatedAt} />}
    >
      {children((field) => (isProblem(send.error) ? send.error.faultOf(field) : undefined))}
    </FormDialog>
  );
}
