import type { Actor } from '../kernel/timeline-types.ts';

/** An agent's wish for a remote session on behalf of a case. */
export interface SessionRequest {
  sessionId: string;
  caseId: string;
  agentId: string;
  /** The version of the case in which the agent was seen to have it: tells whether a `CaseLeft` is about this session. */
  caseVersion: number;
  /** How long the lease shall last from its grant. */
  minutes: number;
}

/** The statuses in which a case's agent may be let in to a server. */
export const workedOnStatuses: readonly string[] = ['assigned', 'inProgress', 'waitingOnSubmitter'];

/** A case has gone from an agent, or has ended: what the agent held or waited for on its behalf ends too. */
export interface CaseLeft {
  caseId: string;
  /** Null: whoever has a session for it. */
  agentId: string | null;
  /**
   * The case's version that tells of it. A session that was asked for in view of this version or a later one stays.
   * Null (typed by hand): every session of the case ends now, and nothing is remembered.
   */
  caseVersion: number | null;
}

/** First come, first served. Times are epoch milliseconds. */
export interface QueuedSession extends SessionRequest {
  requestedAt: number;
}

/** A place on the server, until `expiresAt`. */
export interface Lease extends QueuedSession {
  grantedAt: number;
  expiresAt: number;
  /** Fencing token: higher than that of every lease before it on this server. */
  token: number;
}

export const sessionEnds = ['released', 'revoked', 'expired', 'caseLeft'] as const;

/**
 * `released` by its agent · `revoked` by a supervisor · `expired` · `caseLeft`: the case went to somebody else or ended.
 */
export type SessionEnd = (typeof sessionEnds)[number];

/** Enough of an ended session to recognise a late repetition. */
interface EndedSession {
  sessionId: string;
  caseId: string;
  agentId: string;
  how: SessionEnd;
}

/** Everything that the leases of a server are decided by: plain JSON, carried over continue-as-new as it is. */
export interface OfficeServerState {
  officeId: string;
  serverId: string;
  /** How many sessions the server has room for. */
  limit: number;
  lastToken: number;
  leases: Lease[];
  queue: QueuedSession[];
  /** The latest; bounded. */
  ended: EndedSession[];
  /** The latest, so that a request that was on its way is not served; bounded. */
  left: CaseLeft[];
  /** Ids of extensions already done; bounded. */
  actionIds: string[];
  version: number;
}

/** Who ends or prolongs a session. */
export interface SessionAction {
  sessionId: string;
  actor: Actor;
}

/** What can happen to a server's sessions. */
export type OfficeServerEvent =
  | { type: 'requested'; request: SessionRequest }
  | { type: 'extended'; action: SessionAction; minutes: number; actionId: string }
  | { type: 'ended'; action: SessionAction; reason: string | null }
  | { type: 'caseLeft'; left: CaseLeft }
  | { type: 'limitChanged'; limit: number }
  | { type: 'timePassed' };

/** One session as the read model keeps it. All times ISO 8601 UTC. */
export interface SessionRecord {
  sessionId: string;
  officeId: string;
  serverId: string;
  caseId: string;
  agentId: string;
  state: 'queued' | 'granted' | 'ended';
  minutes: number;
  requestedAt: string;
  /** Whether it found the server full and had to wait: a collision that did not happen. */
  waited: boolean;
  grantedAt: string | null;
  expiresAt: string | null;
  token: number | null;
  endedAt: string | null;
  how: SessionEnd | null;
  /** Who ended it; null when nobody did. */
  endedBy: string | null;
  reason: string | null;
  /** The server's version that tells of it. */
  version: number;
}

interface Holder {
  agentId: string;
  caseId: string;
  /** ISO 8601 UTC */
  until: string;
}

/** What somebody who asked is answered, now and whenever they ask again. */
export interface SessionStanding {
  session: SessionRecord;
  /** From 1; null when the session does not wait. */
  position: number | null;
  /** Who is on the server now. */
  holders: Holder[];
}

/** What the read model keeps of a server. */
export interface OfficeServerView {
  officeId: string;
  serverId: string;
  limit: number;
  lastToken: number;
  /** In order of their grant. */
  sessions: SessionRecord[];
  /** In order of their position. */
  queue: SessionRecord[];
  /** The whole state, from which a lost workflow is started again. */
  state: OfficeServerState;
  version: number;
}

/** What a run hands to the next one, or the store to the first one. */
export interface OfficeServerInput {
  officeId: string;
  serverId: string;
  /** The server's limit as it is set now. */
  limit: number;
  state?: OfficeServerState;
  /** What had not been told when the run before this one ended. */
  news?: SessionRecord[];
  /** Continue as new after so many events even if the server does not suggest it yet; for tests and drills. */
  continueAsNewAfterEvents?: number;
}
