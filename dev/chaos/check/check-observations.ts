import { checkCases } from './check-cases.ts';
import { checkHistories } from './check-histories.ts';
import { checkJournal } from './check-journal.ts';
import { checkLeases } from './check-leases.ts';
import { checkNotifications } from './check-notifications.ts';
import { checkOrphans } from './check-orphans.ts';
import { checkTimelines } from './check-timelines.ts';
import { checkTurns } from './check-turns.ts';
import type { Observations, Violation } from './observations.ts';

/** Holds what was seen against I1–I8. Pure: the same observations give the same violations. */
export function checkObservations(seen: Observations): Violation[] {
  return [
    ...checkJournal(seen),
    ...checkCases(seen),
    ...checkTurns(seen),
    ...checkNotifications(seen),
    ...checkOrphans(seen),
    ...checkTimelines(seen),
    ...checkHistories(seen),
    ...checkLeases(seen),
    ...seen.unsettled.map((what): Violation => ({ invariant: 'also', what: `it has not come to rest: ${what}` })),
  ];
}
