import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Complaint, Schemas } from '../../api/client.ts';
import { Moment } from '../../shared/moment.tsx';
import classes from './case.module.css';

/** Who reported it, when, and in which words. */
export function CaseReports({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation();
  const { reports = [] } = complaint;
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="case-reports">
      <Stack gap="xs">
        <Title order={2} id="case-reports">
          {t('agentCase.reports', { count: reports.length })}
        </Title>
        <div>
          {reports.map((report) => (
            <CaseReport key={report.id} report={report} />
          ))}
        </div>
      </Stack>
    </Paper>
  );
}

function CaseReport({ report }: { report: Schemas['Report'] }) {
  return (
    <details className={classes.report}>
      <summary>
        <strong>{report.submitter.name}</strong>{' '}
        <Text span size="sm" c="dimmed">
          <Moment at={report.receivedAt} />
        </Text>
      </summary>
      <Text fw={600} mt={4}>
        {report.title}
      </Text>
      <p className={classes.reportText}>{report.description}</p>
    </details>
  );
}
