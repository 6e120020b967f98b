import type { RotationEvent } from '../../../workflows/rotation/rotation-types.ts';
import type { Tier } from '../../../workflows/kernel/tier.ts';
import type { TimelineEntry } from '../../../workflows/kernel/timeline-types.ts';
import type { JournalEntry } from '../client/journal-types.ts';

/** Everything that was seen of the system, from outside of it, after it had come to rest. Plain data. */
export interface Observations {
  journal: JournalEntry[];
  reports: ReportRow[];
  cases: CaseRow[];
  timelines: TimelineEntry[];
  turns: TurnRow[];
  rotations: RotationLog[];
  notifications: NotificationRow[];
  /** Rows of what is to be mailed, and the mails that a mail server has really taken. */
  mailRows: MailRow[];
  mails: ReceivedMail[];
  sessions: SessionRow[];
  servers: ServerLook[];
  runs: WorkflowRun[];
  histories: HistoryVerdict[];
  /** Ids of those who are told what is late. */
  supervisorIds: string[];
  /** What kept the system from coming to rest in time; empty when it did. */
  unsettled: string[];
}

export interface ReportRow {
  reportId: string;
  submitterId: string;
  officeId: string;
  fingerprint: string;
  placedCaseId: string | null;
}

export interface CaseRow {
  caseId: string;
  workflowId: string;
  officeId: string;
  deskId: string;
  fingerprint: string;
  status: string;
  tier: Tier;
  agentId: string | null;
  reportCount: number;
  version: number;
}

export interface TurnRow {
  deskId: string;
  tier: Tier;
  seq: number;
  requestId: string;
  caseId: string;
  agentId: string;
}

/** What a rotation began with, all that reached it in order of arrival, and what it holds now. */
export interface RotationLog {
  deskId: string;
  tier: Tier;
  runs: number;
  agentIds: string[];
  capacity: number;
  seq: number;
  /** `at`: epoch milliseconds by Temporal's clock. */
  events: { event: RotationEvent; at: number }[];
  /** Of the read model. */
  assignments: { caseId: string; agentId: string; requestId: string }[];
}

export interface NotificationRow {
  notificationId: string;
  recipientId: string;
  kind: string;
  caseId: string;
  at: string;
}

interface MailRow {
  notificationId: string;
  recipientId: string;
  state: string;
}

export interface ReceivedMail {
  messageId: string;
  to: string;
}

export interface SessionRow {
  sessionId: string;
  serverId: string;
  caseId: string;
  agentId: string;
  state: 'queued' | 'granted' | 'ended';
  requestedAt: string;
  grantedAt: string | null;
  endedAt: string | null;
  token: number | null;
}

/** What an office server looked like at some moment, as supervisors see it, or for good. */
export interface ServerLook {
  serverId: string;
  limit: number;
  live: { sessionId: string; token: number }[];
}

export interface WorkflowRun {
  type: string;
  workflowId: string;
  runId: string;
  status: string;
  /** Of a complaint: the case that its memo names. */
  caseId: string | null;
}

/** `replayError` and `nondeterminism` are null when all is well. */
export interface HistoryVerdict {
  workflowId: string;
  runId: string;
  events: number;
  replayError: string | null;
  nondeterminism: string | null;
}

export const invariants = {
  I1: 'every 2xx has exactly one case; a retry with the same key gives the same one',
  I2: 'at most one open case per problem of an office, in the store and in Temporal',
  I3: 'turns are 1..n, and each went to whom a pure model names',
  I4: 'one notification per case, event and recipient; one Message-ID per mail',
  I5: 'no orphans between store and Temporal',
  I6: 'timelines are gap-free and hash-chained',
  I7: 'no nondeterminism; every history replays',
  I8: 'never more than N live leases, first come first served, none outlives its case',
  also: 'what must hold besides',
} as const;

export type Invariant = keyof typeof invariants;

export interface Violation {
  invariant: Invariant;
  what: string;
  caseId?: string;
  workflowId?: string;
  /** Of the journal. */
  entryId?: string;
}
