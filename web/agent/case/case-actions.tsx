import { Button, Group, Menu, Stack, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Complaint } from '../../api/client.ts';
import { useUser } from '../../session/session.ts';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { useKeys } from '../keyboard/use-keys.ts';
import type { Seen } from './as-seen.ts';
import { catchFocus } from './catch-focus.ts';
import { movesOf, type CaseMove } from './case-moves.ts';
import { useCaseOrder, type OrderAnswer } from './case-order.ts';
import classes from './case.module.css';
import { CorrectDialog } from './correct-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { ReassignDialog } from './reassign-dialog.tsx';
import { SameProblemNotice } from './same-problem-notice.tsx';
import { TextMoveDialog } from './text-move-dialog.tsx';

const textMoves = ['resolve', 'ask', 'escalate', 'reopen'] as const;

/** What puts right what others have chosen: at hand, but out of the way. */
const isSeldom = (move: CaseMove) => move === 'merge' || move === 'correct';

/** What one can do with the case; what comes next stands out. */
export function CaseActions({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation();
  const user = useUser();
  const barId = useId();
  const [asked, setAsked] = useState<CaseMove | null>(null);
  const [seen, setSeen] = useState<Seen>(complaint);
  const [same, setSame] = useState<OrderAnswer['sameProblem']>();
  const order = useCaseOrder(complaint);
  const { next, others } = movesOf(complaint, user);
  const often = others.filter((move) => !isSeldom(move));
  const seldom = others.filter(isSeldom);
  const start = (move: CaseMove) => {
    if (move === 'acknowledge' || move === 'resume') return order.mutate({ name: move });
    setSeen(complaint);
    setAsked(move);
  };
  const press = (move: CaseMove) =>
    document.getElementById(barId)?.querySelector<HTMLElement>(`[data-move=${move}]`)?.click();
  useKeys({ a: () => press('acknowledge'), s: () => press('resolve'), e: () => press('escalate') });
  const close = () => {
    setAsked(null);
    catchFocus(barId);
  };
  useEffect(() => catchFocus(barId), [barId, complaint.status]);
  const dialog = (move: CaseMove) => ({ complaint, seen, opened: asked === move, onClose: close });
  return (
    <Stack gap="sm">
      <Group gap="sm" id={barId} tabIndex={-1} className={classes.moves} role="group" aria-label={t('agentCase.moves')}>
        {next && (
          <Button key={next} data-move={next} loading={order.isPending} onClick={() => start(next)}>
            {t(`agentCase.move.${next}.button`)}
          </Button>
        )}
        {often.map((move) => (
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
        {seldom.length > 0 && (
          <Menu position="bottom-start" withinPortal={false} withInitialFocusPlaceholder={false}>
            <Menu.Target>
              <Button variant="subtle" rightSection={<IconChevronDown size={15} aria-hidden />}>
                {t('agentCase.moreMoves')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {seldom.map((move) => (
                <Menu.Item key={move} onClick={() => start(move)}>
                  {t(`agentCase.move.${move}.button`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        {next === null && others.length === 0 && <Text c="dimmed">{t('agentCase.notYours')}</Text>}
      </Group>
      <SameProblemNotice same={same} merge={others.includes('merge') ? () => start('merge') : undefined} />
      <ProblemAlert error={order.error} />
      {textMoves.map((move) => (
        <TextMoveDialog key={move} move={move} {...dialog(move)} />
      ))}
      <MergeDialog key={same?.id} suggested={same} {...dialog('merge')} />
      <CorrectDialog onCorrected={setSame} {...dialog('correct')} />
      {user.role === 'supervisor' && <ReassignDialog {...dialog('reassign')} />}
    </Stack>
  );
}
