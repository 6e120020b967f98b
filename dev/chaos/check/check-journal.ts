import { isTaken, type JournalEntry } from '../client/journal-types.ts';
import type { Observations, ReportRow, Violation } from './observations.ts';

type Say = (entry: JournalEntry, what: string) => void;

/** I1, from the client's own journal: what was answered 2xx is there, once, and nothing that nobody sent. */
export function checkJournal({ cases, journal, reports }: Observations): Violation[] {
  const violations: Violation[] = [];
  const say: Say = ({ entryId }, what) => violations.push({ invariant: 'I1', entryId, what });
  const byId = new Map(reports.map((report) => [report.reportId, report]));
  const caseIds = new Set(cases.map(({ caseId }) => caseId));
  const known = new Set<string>();
  for (const entry of journal) {
    for (const reportId of checkEntry(entry, byId, caseIds, say)) known.add(reportId);
  }
  // A try without a key that got no answer may have been taken in: it is nobody's then.
  const unanswered = journal.filter(({ key, attempts }) => key === null && !attempts.some(isTaken)).length;
  const strangers = reports.filter(({ reportId }) => !known.has(reportId));
  if (strangers.length > unanswered) {
    const what = `${strangers.length} reports that no answer names, ${unanswered} could be: ${strangers[0]?.reportId}`;
    violations.push({ invariant: 'I1', what });
  }
  return violations;
}

/** @returns the reports that its answers name */
function checkEntry(entry: JournalEntry, reports: Map<string, ReportRow>, caseIds: Set<string>, say: Say): Set<string> {
  const taken = entry.attempts.filter(isTaken);
  const reportIds = new Set(taken.flatMap(({ reportId }) => reportId ?? []));
  const statuses = entry.attempts.map(({ status }) => status ?? 'no answer').join(', ');
  if (entry.expects === 'refused') {
    const isRefused = entry.attempts.every(({ status }) => status !== null && status >= 400 && status < 500);
    if (!isRefused) say(entry, `was to be refused, and was answered ${statuses}`);
    return reportIds;
  }
  if (taken.length === 0) {
    if (entry.expects === 'taken') say(entry, `was never taken in: ${statuses}`);
    return reportIds;
  }
  if (reportIds.size !== 1) say(entry, `its ${taken.length} answers name ${reportIds.size} reports`);
  // 202 names what its case will be unless one is open by then.
  const named = new Set(taken.flatMap(({ caseId, status }) => (status === 202 ? [] : (caseId ?? []))));
  if (named.size > 1) say(entry, `its answers name ${named.size} cases: ${[...named].join(', ')}`);
  for (const reportId of reportIds) {
    const report = reports.get(reportId);
    const placed = report?.placedCaseId ?? null;
    if (!report) say(entry, `was answered ${statuses}, and its report ${reportId} is not there`);
    else if (placed === null) say(entry, `its report ${reportId} is in no case`);
    else if (!caseIds.has(placed)) say(entry, `its report ${reportId} is in case ${placed}, which is not there`);
    else if (named.size === 1 && !named.has(placed)) say(entry, `was told ${[...named].join()}, and is in ${placed}`);
  }
  return reportIds;
}
