import type { IncidentPosition } from './incident-repository.ts';

/** Newest first, ties by id. */
export function newestIncidentFirst(one: IncidentPosition, other: IncidentPosition): number {
  if (one.openedAt !== other.openedAt) return one.openedAt > other.openedAt ? -1 : 1;
  if (one.incidentId === other.incidentId) return 0;
  return one.incidentId > other.incidentId ? -1 : 1;
}
