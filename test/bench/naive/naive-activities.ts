import type { Store } from '../../../store/store.ts';
import type { Turn } from '../../../store/turns/turn-repository.ts';
import type { CaseView } from '../../../workflows/complaint/complaint-types.ts';
import type { TimelineEntry } from '../../../workflows/kernel/timeline-types.ts';

/** One for each state of a case, one for each turn. */
export interface NaiveActivities {
  recordCase(record: { view: CaseView; entries: TimelineEntry[] }): Promise<void>;
  recordTurn(turn: Turn): Promise<void>;
}

export function naiveActivities(store: Store): NaiveActivities {
  return {
    async recordCase({ entries, view }) {
      const { deskId, officeId, systemId } = view;
      await store.timelines.append(entries, { place: { deskId, officeId, systemId } });
      await store.cases.record(view);
    },
    recordTurn: (turn) => store.turns.append([turn]),
  };
}
