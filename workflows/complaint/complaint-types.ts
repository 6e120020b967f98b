import type { IncidentRef } from '../incident/incident-link-types.ts';
import type { Tier } from '../kernel/tier.ts';
import type { Actor, ChainHead, TimelineEntry } from '../kernel/timeline-types.ts';
import type { CaseFacts, CaseLink, ReportRef } from './case-reference-types.ts';
import type { LeadingFingerprints } from './complaint-correction-types.ts';
import type { DetachedFrom, ReportOrigins } from './complaint-detachment-types.ts';

export type { CaseCandidate, CaseFacts, CaseLink, ReportRef } from './case-reference-types.ts';

export const caseStatuses = [
  'received',
  'assigned',
  'inProgress',
  'waitingOnSubmitter',
  'escalating',
  'resolved',
  'closed',
  'withdrawn',
  'merged',
] as const;

/**
 * `received` waits for a turn · `assigned` has an agent who has not acknowledged · `inProgress` is worked on ·
 * `waitingOnSubmitter` waits for an answer, and the tier's clock stands · `escalating` waits for a tier-2 turn ·
 * `resolved` may be reopened until its window ends · `closed` and `withdrawn` are ends · `merged` goes on as another case,
 * and its run sends late reports there until that one ends.
 */
export type CaseStatus = (typeof caseStatuses)[number];

/** Whether nothing can be done in the case any more; a merged one goes on as another. */
export function hasEnded({ status }: { status: CaseStatus }): boolean {
  return status === 'closed' || status === 'withdrawn' || status === 'merged';
}

/**
 * What is allowed to last so long: the acknowledgement by an agent, the work of a tier, the submitter's answer, the window
 * for reopening.
 */
export type DeadlineKind = 'acknowledge' | 'resolve' | 'answer' | 'reopen';

/** Epoch milliseconds, half-open. */
export interface Pause {
  from: number;
  to: number;
}

export interface Deadline {
  kind: DeadlineKind;
  /** Grows with each deadline of a case: one that was replaced meanwhile is recognised and ignored. */
  serial: number;
  /** epoch milliseconds; the allowance is counted from here */
  from: number;
  /** epoch milliseconds; null while it is still being planned */
  at: number | null;
  /** Set while the clock stands, since when; such a deadline does not pass. */
  pausedAt?: number;
  /** When the clock stood before; the working time in them is given back. */
  pauses?: Pause[];
}

/** What a reporter thinks of the solution, 1 (bad) to 5. */
interface Rating {
  reporterId: string;
  score: number;
}

/** What a case that is merged brings along. Its own forwarders become the survivor's: merging is flat. */
export interface MergedCase extends CaseLink, ReportOrigins {
  reportIds: string[];
  reporterIds: string[];
  forwarders: CaseLink[];
  correctionForwarders?: CaseLink[];
}

/** The incident that a case waits with, without an agent; or that has resolved it, as long as it stays resolved. */
interface CaseIncident extends IncidentRef {
  no: number;
  isResolved?: true;
}

/** Everything a running case knows: plain JSON, carried over continue-as-new as it is. All times epoch milliseconds. */
export interface CaseState extends ReportOrigins, LeadingFingerprints {
  caseId: string;
  number: string;
  facts: CaseFacts;
  /** The closed case of the same problem before this one. */
  previousCaseId: string | null;
  status: CaseStatus;
  tier: Tier;
  /** Counts the turns asked for in this tier, from 1. */
  attempt: number;
  /** The same of tiers that the case has left. Absent in states that older versions carried. */
  attempts?: Partial<Record<Tier, number>>;
  /** The turn request that is pending or holds the agent. */
  requestId: string | null;
  agentId: string | null;
  /** Who had the case before and has it no more. */
  formerAgentIds: string[];
  reportIds: string[];
  reporterIds: string[];
  overdue: boolean;
  deadlines: Deadline[];
  deadlineSerial: number;
  resolutionId: string | null;
  /** Absent in states that older versions carried. */
  ratings?: Rating[];
  /** Reporters who have withdrawn. Absent in states that older versions carried. */
  withdrawnIds?: string[];
  /** Where a merged case's reports go. */
  mergedInto?: CaseLink;
  /** Whether a merged case still sends late reports on: as long as the surviving one is open. */
  isForwarding?: boolean;
  /** Cases that were merged into this one, directly or not. */
  forwarders?: CaseLink[];
  incident?: CaseIncident;
  /** Ids of actions and messages already done: a repeated one is answered again, not done again. */
  actionIds: string[];
  openedAt: number;
  assignedAt: number | null;
  updatedAt: number;
  version: number;
  chain: ChainHead;
}

/** What agents and supervisors do. `expectedVersion` is an If-Match. */
export interface ActionRef {
  actionId: string;
  actor: Actor;
  expectedVersion?: number;
  /** Its sender publishes what the answer brings, and does so at once. */
  publishes?: true;
  /** That they will is in the store: if they do not, the case is told of it by `publishingDoubted` (ADR 0032). */
  intentKept?: true;
}

/** A report on its way to a case of its own, and what that one is about. */
export interface Detachment {
  report: ReportRef;
  facts: CaseFacts;
}

/** A text that came with a signal from the Temporal UI or CLI instead of through the API, to be kept in the store. */
export interface SignalledText {
  messageId: string;
  caseId: string;
  kind: 'resolution' | 'escalationReason';
  authorId: string;
  text: string;
}

/** What has happened to a case and has not been told to the world yet. */
export interface CaseNews {
  /** Inserting one again changes nothing. */
  entries: TimelineEntry[];
  /** Reports that this case has taken in. */
  placedReportIds: string[];
  texts: SignalledText[];
  /** Places at rotations that this case needs no more. */
  releases: { deskId?: string; tier: Tier; requestId: string }[];
  /** Agents who need no session for this case any more. Absent in what older versions carried. */
  leavingAgentIds?: string[];
  /** Reports that leave for a case of their own. Absent in what older versions carried. */
  detachments?: Detachment[];
}

/** What a run hands to the next one. */
export interface CarriedCase {
  state: CaseState;
  publishedVersion: number;
  news: CaseNews;
  /** What was given to others to publish. */
  handed?: CaseNews;
  /** See `NewsPublisher.doubt`. */
  isDoubtful?: true;
  /** A turn has come by an update: see `ComplaintFlow.takesTurnsByUpdate`. */
  handsOver?: true;
}

/** Arguments of the complaint workflow. The first run has no `carried` state. */
export interface ComplaintInput {
  facts: CaseFacts;
  firstReport: ReportRef;
  /** Reports that came while the earlier case of this problem was closing. */
  furtherReports?: ReportRef[];
  previousCaseId: string | null;
  /** Its sender said that it is this one: the case waits with it from the beginning. */
  incident?: IncidentRef;
  /** Where the first report was detached from, if it was. */
  detachedFrom?: DetachedFrom;
  carried?: CarriedCase;
  /** Continue as new after so many events even if the server does not suggest it yet; for tests and drills. */
  continueAsNewAfterEvents?: number;
}

export interface ComplaintResult {
  caseId: string;
  number: string;
  status: CaseStatus;
  reportCount: number;
}

/** What the read model keeps of a case and what an accepted update answers with. All times ISO 8601 UTC. */
export interface CaseView extends CaseFacts {
  caseId: string;
  number: string;
  workflowId: string;
  runId: string;
  /** Under which reports of this case may have come too, since it was corrected. */
  otherFingerprints?: string[];
  previousCaseId: string | null;
  status: CaseStatus;
  tier: Tier;
  attempt: number;
  agentId: string | null;
  formerAgentIds: string[];
  reportCount: number;
  reporterIds: string[];
  overdue: boolean;
  acknowledgeBy: string | null;
  resolveBy: string | null;
  /** When the reopen window ends. */
  closesAt: string | null;
  assignedAt: string | null;
  resolutionId: string | null;
  ratings: Rating[];
  mergedIntoId: string | null;
  /** Cases that were merged into this one. */
  mergedCaseIds: string[];
  /** The incident that it waits with, or that has resolved it. */
  incidentId: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}
