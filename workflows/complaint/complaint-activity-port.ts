import type { Tier } from '../kernel/tier.ts';
import type { CorrectionForwarderInput } from './complaint-correction-types.ts';
import type { TurnRequest } from '../rotation/rotation-types.ts';
import type { CaseRecord, PublishedQuestion } from './complaint-publishing-types.ts';
import type { CaseLink, DeadlineKind, Pause } from './complaint-types.ts';

/** Which deadline is asked for. `from` is epoch milliseconds. */
export interface DeadlinePlan {
  deskId: string;
  kind: DeadlineKind;
  tier: Tier;
  from: number;
  pauses?: Pause[];
}

/** What a case may do to the world. Each is one side effect that can be repeated safely. */
export interface ComplaintActivities {
  /**
   * The instant at which `from` (epoch ms) plus the desk's allowance for `kind` has passed, in the desk's working hours;
   * the working time in `pauses` is given back.
   * An activity because calendars and time zone data may change between releases; the result stands in the history.
   */
  planDeadline(plan: DeadlinePlan): Promise<number>;
  /** The same for several of one desk, in their order. */
  planDeadlines(plans: DeadlinePlan[]): Promise<number[]>;
  /**
   * Tells the world what the case has become: writes the read model, where an older version than the recorded one changes
   * nothing, and gives places back to the rotations.
   *
   * Never a local activity: that would run before the workflow task that decided is committed. A worker killed at that
   * moment decides again, perhaps otherwise and certainly at another time, and the store would keep what never was.
   */
  publishCase(record: CaseRecord): Promise<void>;
  /** Whether what the case gave to somebody to publish has been told, all of it. Only reads. */
  hasBeenPublished(question: PublishedQuestion): Promise<boolean>;
  /** Has reports under a corrected fingerprint sent on, unless something runs there already: that is answered. */
  openForwarder(forwarder: CorrectionForwarderInput): Promise<CaseLink | null>;
  /**
   * Asks for a turn that follows from the start of the case alone, and starts the rotation if it is not running. The
   * rotation takes each request once, so that whoever decides again, because a task was not committed, changes nothing.
   */
  requestTurn(wanted: { deskId: string; tier: Tier; request: TurnRequest }): Promise<void>;
  /** Starts the rotation if it is not running, from what the store last recorded of it. */
  ensureRotation(key: { deskId: string; tier: Tier }): Promise<void>;
}
