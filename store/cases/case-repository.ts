import type { CaseStatus, CaseView } from '../../workflows/complaint/complaint-types.ts';
import type { Tier } from '../../workflows/kernel/tier.ts';

/** Equality filters; `from` and `to` bound `createdAt` (ISO 8601 UTC, from inclusive, to exclusive). */
export interface CaseFilter {
  status?: CaseStatus;
  deskId?: string;
  officeId?: string;
  systemId?: string;
  serverId?: string;
  agentId?: string;
  tier?: Tier;
  overdue?: boolean;
  /** Only cases of exactly this problem. */
  fingerprint?: string;
  /** Only cases that wait with this incident, or were resolved by it. */
  incidentId?: string;
  /** Only cases that this person has reported. */
  reporterId?: string;
  /** The UTC day of `createdAt`, YYYY-MM-DD. */
  receivedOn?: string;
  from?: string;
  to?: string;
  /** Words to find in number or title, without regard to case; plain text, never a pattern. */
  q?: string;
}

/** A place in the list: newest first, ties by id. */
export interface CasePosition {
  createdAt: string;
  caseId: string;
}

export interface CasePage {
  items: CaseView[];
  next: CasePosition | null;
}

/** As much of a case that waits for its solution as is counted. */
export type OpenCase = Pick<CaseView, 'caseId' | 'officeId' | 'systemId' | 'agentId' | 'tier' | 'overdue'>;

/** A case as it was when it was written. */
export interface RecordedCase {
  view: CaseView;
  /** ISO 8601 UTC, by the clock of who wrote it. */
  recordedAt: string;
}

/** The read model of cases. The complaint workflow decides; this records. */
export interface CaseRepository {
  /**
   * Writes the view unless a newer or equal version is recorded already: then nothing changes and it answers false. What is
   * no news (`isNews: false`: the case is as it was, the read model is made anew) is in no `recordedIn`.
   */
  record(view: CaseView, options?: { isNews?: boolean }): Promise<boolean>;
  /** By case id or by number (upper or lower case). */
  find(idOrNumber: string): Promise<CaseView | null>;
  /** Every case of the office that has not ended, in no order. */
  openOfOffice(officeId: string): Promise<CaseView[]>;
  /** Every case of the desk that is neither resolved nor ended, in no order. */
  openOfDesk(deskId: string): Promise<OpenCase[]>;
  /** Newest first, after `after`. */
  list(filter: CaseFilter, page: { limit: number; after?: CasePosition }): Promise<CasePage>;
  /** Cases whose latest version was written in this slot of time (`slotOf`). */
  recordedIn(slot: string): Promise<RecordedCase[]>;
}
