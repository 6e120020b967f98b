import { Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiProblem, isProblem } from '../../api/problem.ts';
import { Loading } from '../../shared/loading-state.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { DeadlinesReport } from './deadlines-report.tsx';
import { DuplicatesReport } from './duplicates-report.tsx';
import { FairnessReport } from './fairness-report.tsx';
import { OverviewReport } from './overview-report.tsx';
import type { ReportChoice } from './report-choice.ts';
import { useDeadlines, useDuplicates, useFairness, useOverview } from './report-queries.ts';
import classes from './reports.module.css';

const views = { overview: OverviewView, fairness: FairnessView, deadlines: DeadlinesView, duplicates: DuplicatesView };

/** The report that is chosen. */
export function ReportView({ choice }: { choice: ReportChoice }) {
  const View = views[choice.report];
  return <View choice={choice} />;
}

function OverviewView({ choice }: { choice: ReportChoice }) {
  return <Counted query={useOverview(choice)}>{(report) => <OverviewReport report={report} />}</Counted>;
}

function FairnessView({ choice }: { choice: ReportChoice }) {
  return <Counted query={useFairness(choice)}>{(report) => <FairnessReport report={report} />}</Counted>;
}

function DeadlinesView({ choice }: { choice: ReportChoice }) {
  return <Counted query={useDeadlines(choice)}>{(report) => <DeadlinesReport report={report} />}</Counted>;
}

function DuplicatesView({ choice }: { choice: ReportChoice }) {
  return <Counted query={useDuplicates(choice)}>{(report) => <DuplicatesReport report={report} />}</Counted>;
}

/** Dates that cannot be counted are refused field by field; here each says why by itself. */
function inWords(error: Error): Error {
  if (!isProblem(error) || !error.facts.errors) return error;
  return new ApiProblem({ ...error.facts, detail: error.facts.errors.map(({ detail }) => detail).join(' ') });
}

interface CountedProps<Report> {
  query: UseQueryResult<Report>;
  children: (report: Report) => ReactNode;
}

/** Figures of an earlier choice stay, paler, until the new ones are there. */
function Counted<Report>({ query, children }: CountedProps<Report>) {
  const { data, error, isPlaceholderData, refetch } = query;
  if (error) return <ProblemAlert error={inWords(error)} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={8} />;
  return (
    <Stack gap="md" className={isPlaceholderData ? classes.stale : undefined} aria-busy={isPlaceholderData}>
      {children(data)}
    </Stack>
  );
}
