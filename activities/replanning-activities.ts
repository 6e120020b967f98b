import type { Store } from '../store/store.ts';
import { caseStatuses, hasEnded, type CaseStatus } from '../workflows/complaint/complaint-types.ts';
import type { ReplanningActivities } from '../workflows/replanning/replanning-activity-port.ts';
import type { ReplanningPlace } from '../workflows/replanning/replanning-types.ts';
import type { EnginePort } from './engine-port.ts';

/** Cases of a page: few enough to be told within seconds, so that a retry repeats little. */
const pageSize = 100;

/** A case that has ended has no deadline. */
const openStatuses = caseStatuses.filter((status) => !hasEnded({ status }));

/** The activities of the workflow that has deadlines planned again, on this store and engine. */
export function replanningActivities({ store, engine }: { store: Store; engine: EnginePort }): ReplanningActivities {
  return {
    async replanCases({ deskId, place }) {
      const status = place?.status ?? openStatuses[0];
      if (status === undefined) return { next: null, told: 0 };
      const page = { limit: pageSize, ...(place?.after && { after: place.after }) };
      const { items, next } = await store.cases.list({ deskId, status }, page);
      await Promise.all(items.map(({ workflowId }) => engine.settingsChanged(workflowId)));
      return { next: next ? { status, after: next } : firstOf(statusAfter(status)), told: items.length };
    },
  };
}

function statusAfter(status: CaseStatus): CaseStatus | undefined {
  return openStatuses[openStatuses.indexOf(status) + 1];
}

function firstOf(status: CaseStatus | undefined): ReplanningPlace | null {
  return status === undefined ? null : { status, after: null };
}
