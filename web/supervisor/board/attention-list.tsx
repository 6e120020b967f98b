import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import classes from '../../agent/case-list/case-list.module.css';
import { CaseRow } from '../../agent/case-list/case-row.tsx';
import { ReassignDialog } from '../../agent/case/reassign-dialog.tsx';
import type { Complaint } from '../../api/client.ts';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { useIncidents } from '../incidents/incident-queries.ts';
import { useOverdue, useWaiting } from './attention-query.ts';
import { IncidentAlerts } from './incident-alerts.tsx';
import { useOpening } from './use-opening.ts';

/** What a supervisor has to look at: incidents, what is over time, what nobody has. */
export function AttentionList({ deskId }: { deskId: string }) {
  const { t } = useTranslation();
  const overdue = useOverdue();
  const waiting = useWaiting(deskId);
  const incidents = useIncidents('open');
  // Published ones of other desks can be read too.
  const own = incidents.data?.filter((incident) => incident.deskId === deskId) ?? [];
  const heading = useRef<HTMLHeadingElement>(null);
  const [asked, setAsked] = useState<Complaint>();
  const reassigning = useOpening(() => heading.current);
  const ask = (complaint: Complaint) => {
    setAsked(complaint);
    reassigning.open();
  };
  const isCalm = overdue.isSuccess && incidents.isSuccess && overdue.count + waiting.count + own.length === 0;
  return (
    <section aria-labelledby="attention">
      <Stack gap="sm">
        <Title order={2} id="attention" ref={heading} tabIndex={-1} className="page-title">
          {t('board.attention.title')}
        </Title>
        <ProblemAlert error={overdue.error} retry={() => void overdue.refetch()} />
        <div role="status">
          {isCalm ? (
            <Paper withBorder px="lg" py="sm">
              <Group gap="xs" wrap="nowrap">
                <IconCircleCheck size={20} aria-hidden style={{ flexShrink: 0 }} />
                <Text>{t('board.attention.calm')}</Text>
              </Group>
            </Paper>
          ) : (
            <Text c="dimmed">
              {[
                own.length > 0 && t('board.attention.incidents', { count: own.length }),
                overdue.count > 0 && t('board.attention.overdue', { count: overdue.count }),
                waiting.count > 0 && t('board.attention.waiting', { count: waiting.count }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          )}
        </div>
        <IncidentAlerts incidents={own} />
        <CaseRows name={t('board.attention.waitingList')} cases={waiting.cases} onReassign={ask} />
        <CaseRows name={t('board.attention.overdueList')} cases={overdue.cases} onReassign={ask} />
        {overdue.count > overdue.cases.length && (
          <Anchor component={Link} href="/cases?overdue=true">
            {t('board.attention.allOverdue')}
          </Anchor>
        )}
      </Stack>
      {asked && (
        <ReassignDialog
          key={reassigning.times}
          complaint={asked}
          seen={asked}
          opened={reassigning.opened}
          onClose={reassigning.close}
        />
      )}
    </section>
  );
}

interface CaseRowsProps {
  name: string;
  cases: Complaint[];
  onReassign: (complaint: Complaint) => void;
}

function CaseRows({ name, cases, onReassign }: CaseRowsProps) {
  const { t } = useTranslation();
  if (cases.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={name}>
      {cases.map((complaint) => (
        <CaseRow key={complaint.id} complaint={complaint} withAgent>
          <Button
            variant="default"
            aria-label={t('board.attention.reassign', { title: complaint.title })}
            aria-haspopup="dialog"
            onClick={() => onReassign(complaint)}
          >
            {t('agentCase.move.reassign.button')}
          </Button>
        </CaseRow>
      ))}
    </ul>
  );
}
