import { Button, Stack, Tabs } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { Page } from '../shared/page.tsx';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { reportChoiceOf, reportNames, type ReportChoice } from './reports/report-choice.ts';
import { ReportFilters } from './reports/report-filters.tsx';
import { useDownload } from './reports/report-queries.ts';
import { ReportView } from './reports/report-view.tsx';
import classes from './reports/reports.module.css';

/** How the desk does. What is counted stands in the address, so that it can be kept and passed on. */
export default function ReportsPage() {
  const { t } = useTranslation();
  const [address, setAddress] = useSearchParams();
  const choice = reportChoiceOf(address);
  const download = useDownload(choice);
  const change = (part: Partial<Record<keyof ReportChoice, string>>) =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(part)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  return (
    <Page
      title={t('place.reports')}
      aside={
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={download.isPending}
          onClick={() => download.mutate()}
        >
          {t('figures.download')}
        </Button>
      }
    >
      <ProblemAlert error={download.error} />
      <ReportFilters choice={choice} change={change} />
      <Tabs
        className={classes.report}
        value={choice.report}
        onChange={(report) => change({ report: report ?? '' })}
        keepMounted={false}
      >
        <Tabs.List mb="md" className={classes.tabs}>
          {reportNames.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`figures.report.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {reportNames.map((name) => (
          <Tabs.Panel key={name} value={name}>
            <Stack>
              <ReportView choice={{ ...choice, report: name }} />
            </Stack>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
