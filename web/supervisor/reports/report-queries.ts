import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.ts';
import { keys } from '../../api/query-keys.ts';
import { dayOf } from '../../shared/time-words.ts';
import { filtersOf, periodOf, type ReportChoice, type ReportName } from './report-choice.ts';

export type Overview = Schemas['OverviewReport'];
export type Fairness = Schemas['FairnessReport'];
export type Deadlines = Schemas['DeadlineReport'];
export type Duplicates = Schemas['DuplicatesReport'];

const paths = {
  overview: '/v1/reports/overview',
  fairness: '/v1/reports/fairness',
  deadlines: '/v1/reports/sla',
  duplicates: '/v1/reports/duplicates',
} as const;

function queryOf(report: ReportName, choice: ReportChoice) {
  const period = periodOf(choice, new Date());
  // Turns are dealt to agents, whatever the case is about.
  if (report === 'fairness') return { ...period, ...(choice.agentId ? { agentId: choice.agentId } : {}) };
  return { ...period, ...filtersOf(choice), groupBy: choice.groupBy };
}

/** One report. What was shown stays until the other choice has been counted. */
function useReport<Report>(report: ReportName, choice: ReportChoice) {
  const query = queryOf(report, choice);
  return useQuery({
    queryKey: [...keys.reports, report, query],
    queryFn: () => answer<unknown>(api.GET(paths[report], { params: { query } })) as Promise<Report>,
    placeholderData: keepPreviousData,
  });
}

export const useOverview = (choice: ReportChoice) => useReport<Overview>('overview', choice);
export const useFairness = (choice: ReportChoice) => useReport<Fairness>('fairness', choice);
export const useDeadlines = (choice: ReportChoice) => useReport<Deadlines>('deadlines', choice);
export const useDuplicates = (choice: ReportChoice) => useReport<Duplicates>('duplicates', choice);

/** The same figures for a spreadsheet, saved to the computer. */
export function useDownload(choice: ReportChoice) {
  return useMutation({
    mutationFn: async () => {
      const { report } = choice;
      const params = { query: queryOf(report, choice) };
      const headers = { Accept: 'text/csv' };
      const file = await answer<unknown>(api.GET(paths[report], { params, headers, parseAs: 'blob' }));
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file as Blob);
      link.download = `giliran-${report}-${dayOf(new Date())}.csv`;
      link.click();
      URL.revokeObjectURL(link.href);
    },
  });
}
