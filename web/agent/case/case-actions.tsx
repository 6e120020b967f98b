import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Complaint } from '../../api/client.ts';
import { useUser } from '../../session/session.ts';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { useKeys } from '../keyboard/use-keys.ts';
import { movesOf, type CaseMove } from './case-moves.ts';
import { useCaseOrder } from './case-order.ts';
import classes from './case.module.css';
import { MergeDialog } from './merge-dialog.tsx';
import { ReassignDialog } from './reassign-dialog.tsx';
import { TextMoveDialog } from './text-move-dialog.tsx';

const textMoves = ['resolve', 'ask', 'escalate', 'reopen'] as const;

/** What one can do with the case; what comes next stands out. */
export function CaseActions({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation();
  const user = useUser();
  const bar = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<CaseMove | null>(null);
  const [seen, setSeen] = useState<Pick<Complaint, 'version' | 'updatedAt'>>(complaint);
  const order = useCaseOrder(complaint);
  const { next, others } = movesOf(complaint, user);
  const start = (move: CaseMove) => {
    if (move === 'acknowledge' || move === 'resume') return order.mutate({ name: move });
    setSeen(complaint);
    setAsked(move);
  };
  const press = (move: CaseMove) => bar.current?.querySelector<HTMLElement>(`[data-move=${move}]`)?.click();
  useKeys({ a: () => press('acknowledge'), s: () => press('resolve'), e: () => press('escalate') });
  // The button that was pressed, and to which a dialog gives the focus back, may be gone with the state it belonged to.
  useEffect(() => {
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) bar.current?.focus();
    }, 300);
    return () => clearTimeout(timer);
  }, [complaint.status]);
  const dialog = (move: CaseMove) => ({ complaint, seen, opened: asked === move, onClose: () => setAsked(null) });
  return (
    <Stack gap="sm">
      <Group gap="sm" ref={bar} tabIndex={-1} className={classes.moves} role="group" aria-label={t('agentCase.moves')}>
        {next && (
          <Button key={next} data-move={next} loading={order.isPending} onClick={() => start(next)}>
            {t(`agentCase.move.${next}.button`)}
          </Button>
        )}
        {others.map((move) => (
          <Button
            key={move}
            data-move={move}
            variant="default"
            loading={move === 'resume' && order.isPending}
            onClick={() => start(move)}
          >
            {t(`agentCase.move.${move}.button`)}
          </Button>
        ))}
        {next === null && others.length === 0 && <Text c="dimmed">{t('agentCase.notYours')}</Text>}
      </Group>
      <ProblemAlert error={order.error} />
      {textMoves.map((move) => (
        <TextMoveDialog key={move} move={move} {...dialog(move)} />
      ))}
      <MergeDialog {...dialog('merge')} />
      {user.role === 'supervisor' && <ReassignDialog {...dialog('reassign')} />}
    </Stack>
  );
}
