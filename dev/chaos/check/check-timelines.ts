import { auditHash } from '../../simulation/checks/timeline-check.ts';
import { grouped } from './grouping.ts';
import type { Observations, Violation } from './observations.ts';

const chainStart = '0'.repeat(64);

/** I6: every case's history runs 1, 2, 3 …, and each entry stands on the one before it. */
export function checkTimelines({ cases, timelines }: Observations): Violation[] {
  const violations: Violation[] = [];
  const chains = grouped(timelines, ({ caseId }) => caseId);
  for (const { caseId } of cases)
    if (!chains.has(caseId)) violations.push({ invariant: 'I6', caseId, what: 'has no timeline' });
  for (const [caseId, entries] of chains) {
    let previous = chainStart;
    for (const [index, entry] of entries.sort((one, other) => one.no - other.no).entries()) {
      const isNext = entry.no === index + 1;
      if (isNext && entry.hash === auditHash(entry, previous)) {
        previous = entry.hash;
        continue;
      }
      const what = isNext
        ? `the hash of entry ${entry.no} is wrong`
        : `entry ${entry.no} stands where ${index + 1} should`;
      violations.push({ invariant: 'I6', caseId, what });
      break;
    }
  }
  return violations;
}
