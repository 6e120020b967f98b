import type { CaseStatus } from '../../workflows/complaint/complaint-types.ts';
import type { CaseFilter, CasePosition } from './case-repository.ts';

/** The statuses of a case that waits for its solution. */
export const unsolved: CaseStatus[] = ['received', 'assigned', 'inProgress', 'waitingOnSubmitter', 'escalating'];

const openStatuses = new Set<unknown>([...unsolved, 'resolved']);

/** Whether the filter's equalities leave few cases among many, so that all of them can be read and sorted. */
export function leavesFew(filter: CaseFilter): boolean {
  const { receivedOn, fingerprint, incidentId, reporterId, status } = filter;
  return (
    [receivedOn, fingerprint, incidentId, reporterId].some((each) => each !== undefined) || openStatuses.has(status)
  );
}

/**
 * The days, newest first, on which cases of a list may have been received.
 *
 * @param months those in which any case was received, YYYY-MM
 */
export function* daysToWalk(
  months: string[],
  { from, to }: Pick<CaseFilter, 'from' | 'to'>,
  after: CasePosition | undefined,
): Generator<string> {
  const newest = [to, after?.createdAt].flatMap((bound) => bound?.slice(0, 10) ?? []).sort()[0] ?? '9999-12-31';
  const oldest = from?.slice(0, 10) ?? '';
  for (const month of [...months].sort().reverse()) {
    for (let day = 31; day >= 1; day -= 1) {
      const date = `${month}-${String(day).padStart(2, '0')}`;
      if (date <= newest && date >= oldest) yield date;
    }
  }
}
