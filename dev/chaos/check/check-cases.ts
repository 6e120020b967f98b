import { grouped } from './grouping.ts';
import type { CaseRow, Observations, Violation } from './observations.ts';

const ends: readonly string[] = ['closed', 'withdrawn', 'merged'];

/** Whether the case may still change. */
export function isOpen({ status }: Pick<CaseRow, 'status'>): boolean {
  return !ends.includes(status);
}

/** I2: at most one open case per problem of an office, in the store and in Temporal. */
export function checkCases({ cases, reports, runs }: Observations): Violation[] {
  const violations: Violation[] = [];
  const problem = ({ fingerprint, officeId }: { fingerprint: string; officeId: string }) =>
    `${officeId}:${fingerprint}`;
  for (const [about, open] of grouped(cases.filter(isOpen), problem)) {
    if (open.length === 1) continue;
    const caseIds = open.map(({ caseId }) => caseId);
    violations.push({ invariant: 'I2', caseId: caseIds[0], what: `${about} is open as ${caseIds.join(' and ')}` });
  }
  const live = runs.filter(({ status, type }) => type === 'complaint' && status === 'RUNNING');
  for (const [workflowId, twice] of grouped(live, (run) => run.workflowId)) {
    if (twice.length === 1) continue;
    violations.push({ invariant: 'I2', workflowId, what: `${twice.length} runs of ${workflowId} are open` });
  }
  // The fingerprint of a report says what its sender meant, whatever became of it.
  const openIds = new Set(cases.filter(isOpen).map(({ caseId }) => caseId));
  const placed = reports.filter(({ placedCaseId }) => placedCaseId !== null && openIds.has(placedCaseId));
  for (const [about, same] of grouped(placed, problem)) {
    const caseIds = [...new Set(same.map(({ placedCaseId }) => placedCaseId))];
    if (caseIds.length === 1) continue;
    violations.push({ invariant: 'I2', caseId: String(caseIds[0]), what: `reports of ${about} are in ${caseIds}` });
  }
  return violations;
}
