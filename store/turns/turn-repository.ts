import type { Tier } from '../../workflows/kernel/tier.ts';

/** One turn of a rotation. `seq` runs 1..n without a gap for each desk and tier. */
export interface Turn {
  deskId: string;
  tier: Tier;
  seq: number;
  requestId: string;
  caseId: string;
  attempt: number;
  agentId: string;
  /** ISO 8601 UTC */
  at: string;
}

export interface TurnRepository {
  /** Adds what is not there yet; unique by (deskId, tier, seq), so that repeating it changes nothing. */
  append(turns: Turn[]): Promise<void>;
  /** In order of `seq`, after `after` (0 for all). */
  list(key: { deskId: string; tier: Tier }, page: { after: number; limit: number }): Promise<Turn[]>;
  /** Those dealt on one day (YYYY-MM-DD, UTC), in order of `seq`. */
  ofDay(key: { deskId: string; tier: Tier }, day: string): Promise<Turn[]>;
  /** The number of the last recorded turn, 0 when there is none. */
  lastSeq(key: { deskId: string; tier: Tier }): Promise<number>;
}
