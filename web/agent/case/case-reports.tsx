import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Complaint, Schemas } from '../../api/client.ts';
import { useUser } from '../../session/session.ts';
import { Fold } from '../../shared/fold.tsx';
import { Moment } from '../../shared/moment.tsx';
import { mayDetach } from './case-moves.ts';
import classes from './case.module.css';
import { DetachDialog, DetachedNotice, useDetach } from './detach-dialog.tsx';

/** Who reported it, when, and in which words. */
export function CaseReports({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation();
  const detach = useDetach(complaint);
  const { reports = [] } = complaint;
  const detaches = mayDetach(complaint, useUser());
  // The only one is what the conversation begins with.
  if (reports.length < 2 && !detach.data) return null;
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="case-reports">
      <Stack gap="xs">
        <Title order={2} id="case-reports">
          {t('agentCase.reports', { count: reports.length })}
        </Title>
        <DetachedNotice detach={detach} />
        <div>
          {reports.map((report) => (
            <CaseReport key={report.id} report={report} detach={detaches && !report.openedCase ? detach : undefined} />
          ))}
        </div>
      </Stack>
    </Paper>
  );
}

interface CaseReportProps {
  report: Schemas['Report'];
  detach: ReturnType<typeof useDetach> | undefined;
}

function CaseReport({ report, detach }: CaseReportProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { name } = report.submitter;
  const close = () => {
    // Why one report could not be detached says nothing of the next.
    if (detach?.isError) detach.reset();
    setOpened(false);
  };
  return (
    <Fold
      className={classes.report ?? ''}
      summary={
        <>
          <strong>{name}</strong>{' '}
          <Text span size="sm" c="dimmed">
            <Moment at={report.receivedAt} />
          </Text>
        </>
      }
    >
      <Text fw={600} mt={4}>
        {report.title}
      </Text>
      <p className={classes.reportText}>{report.description}</p>
      {detach && (
        <>
          <Button
            size="compact-sm"
            variant="default"
            mt="xs"
            aria-label={t('agentCase.detach.of', { name })}
            onClick={() => setOpened(true)}
          >
            {t('agentCase.detach.button')}
          </Button>
          <DetachDialog report={report} detach={detach} opened={opened} onClose={close} />
        </>
      )}
    </Fold>
  );
}
