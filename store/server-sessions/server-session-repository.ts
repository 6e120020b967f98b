import type { SessionRecord } from '../../workflows/office-server/office-server-types.ts';

/** Every session that was ever asked for on an office server, as its workflow last told of it. */
export interface ServerSessionRepository {
  /** Writes each unless a newer or equal version of it is recorded already. */
  record(sessions: SessionRecord[]): Promise<void>;
  find(sessionId: string): Promise<SessionRecord | null>;
  /** In order of their request. */
  ofCase(caseId: string): Promise<SessionRecord[]>;
  /** Those asked for on one day (YYYY-MM-DD, UTC), in order of their request. */
  ofDay(day: string): Promise<SessionRecord[]>;
}
