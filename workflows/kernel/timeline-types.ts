export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Who did something: a person by id and role, or the system itself (a deadline, a rotation). */
export interface Actor {
  id: string;
  role: 'submitter' | 'agent' | 'supervisor' | 'admin' | 'system';
}

export const systemActor: Actor = { id: 'system', role: 'system' };

/** What happened, before it takes its place in the chain. */
export interface TimelineDraft {
  type: string;
  actor: Actor;
  data: { [key: string]: Json };
}

/** One line of a case's history: `no` runs 1, 2, 3 … without a gap and `hash` covers the entry and its predecessor. */
export interface TimelineEntry extends TimelineDraft {
  caseId: string;
  no: number;
  /** ISO 8601 UTC */
  at: string;
  hash: string;
}

/** What no entry tells of a case or an incident, as it stood when entries were published. Plain JSON, not under the hash. */
export type Standing = Record<string, unknown>;

/** An entry for those who make the read model anew. `standing` comes with the last one of each publication. */
export interface ToldEntry extends TimelineEntry {
  standing?: Standing;
}

/** The end of a case's chain so far. */
export interface ChainHead {
  no: number;
  hash: string;
}
