import type { SessionRecord } from '../../workflows/office-server/office-server-types.ts';

export function byRequest(one: SessionRecord, other: SessionRecord): number {
  if (one.requestedAt !== other.requestedAt) return one.requestedAt < other.requestedAt ? -1 : 1;
  return one.sessionId < other.sessionId ? -1 : 1;
}
