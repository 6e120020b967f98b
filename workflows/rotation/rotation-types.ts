import type { Tier } from '../kernel/tier.ts';

export type Availability = 'available' | 'away' | 'leave';

export interface RosterAgent {
  agentId: string;
  availability: Availability;
  /** epoch milliseconds; when the absence ends by itself. Missing: it lasts until somebody says otherwise. */
  until?: number;
  /** How many open cases the agent may have at once; null follows the desk's setting. */
  capacity: number | null;
  /** Turns ever dealt to this agent by this rotation. */
  turns: number;
}

/** A case's wish for an agent. The same `requestId` always gets the same answer. */
export interface TurnRequest {
  requestId: string;
  caseId: string;
  /** Where the answer goes. */
  workflowId: string;
  attempt: number;
  /** Agents who shall not get it, for instance the one who did not acknowledge. */
  excludedAgentIds: string[];
  /** The agent a reopened case returns to if available; such a return takes no turn. */
  preferredAgentId: string | null;
  /** Whom a supervisor has named: takes no turn and heeds no capacity. Missing or null: nobody (ADR 0015). */
  namedAgentId?: string | null;
  /** The earlier request of the same case that this one replaces. */
  supersedes: string | null;
}

/** An agent's open case. */
interface Assignment {
  requestId: string;
  caseId: string;
  workflowId: string;
  attempt: number;
  agentId: string;
  /** The turn's number, or null when the case returned to its last agent without taking a turn. */
  seq: number | null;
}

export interface WaitingRequest extends TurnRequest {
  /** epoch milliseconds */
  since: number;
}

/** Everything a rotation knows: plain JSON, carried over continue-as-new as it is. */
export interface RotationState {
  deskId: string;
  tier: Tier;
  /** Number of the last turn dealt; turns run 1, 2, 3 … without a gap. */
  seq: number;
  /** Index into the roster of who is looked at first for the next turn. */
  nextIndex: number;
  roster: RosterAgent[];
  /** Open cases an agent may have at once when the roster entry names no number of its own. */
  defaultCapacity: number;
  assignments: Assignment[];
  /** First come, first served. */
  waiting: WaitingRequest[];
  /** Requests that ended lately, so that a late repetition is not dealt a second turn; bounded. */
  endedRequestIds: string[];
  /** Rises with each change of who is on the roster or in which order. Missing in states of 0.1.0: 1. */
  rosterVersion?: number;
  version: number;
}

/** One answer of the rotation. `seq` is null when the case returned to its last agent without taking a turn. */
export interface TurnGrant {
  requestId: string;
  caseId: string;
  workflowId: string;
  attempt: number;
  agentId: string;
  seq: number | null;
  /** ISO 8601 UTC */
  at: string;
}

/** An open case whose agent has gone on leave and handed over: it is to ask for another turn. */
export interface TurnWithdrawal {
  requestId: string;
  caseId: string;
  workflowId: string;
}

/** An absence ends by itself at `until` (ISO 8601). With `handover` each open case of the agent gets a turn of its own. */
export interface AvailabilityChange {
  agentId: string;
  availability: Availability;
  until?: string | null;
  handover?: boolean;
}

/** With `expectedRosterVersion` it counts only while the roster is the one that its writer saw. */
export interface RosterChange {
  agentIds: string[];
  expectedRosterVersion?: number;
}

/** Who joins comes last, who leaves is taken out, and everyone else keeps their place. Repeating it changes nothing. */
export interface RosterAmendment {
  joined: string[];
  left: string[];
}

/** What reaches a rotation, in the order of arrival. */
export type RotationEvent =
  | { type: 'turnRequested'; request: TurnRequest }
  | { type: 'released'; requestId: string }
  | ({ type: 'availabilityChanged' } & AvailabilityChange)
  | ({ type: 'rosterChanged' } & RosterChange)
  | ({ type: 'rosterAmended' } & RosterAmendment)
  | { type: 'capacityChanged'; agentId?: string; capacity: number | null }
  /** The rotation's own timer: absences whose end has come are over. */
  | { type: 'absencesEnded' };

export interface RotationInput {
  deskId: string;
  tier: Tier;
  state: RotationState;
  /** What had arrived but was not decided when the run before this one ended. */
  inbox?: RotationEvent[];
  /** Continue as new after so many turns even if the server does not suggest it yet; for tests and drills. */
  continueAsNewAfterTurns?: number;
}

/** The lists of a state: as long as there are open cases, and those who wait. */
type StateLists = 'assignments' | 'waiting' | 'endedRequestIds';

/** What the read model keeps of a rotation. */
export interface RotationView {
  deskId: string;
  tier: Tier;
  seq: number;
  nextAgentId: string | null;
  roster: (RosterAgent & { openCases: number; effectiveCapacity: number })[];
  /** `since` ISO 8601 UTC */
  waiting: { requestId: string; caseId: string; since: string }[];
  /** The whole state, from which a lost rotation is started again. */
  state: RotationState;
  version: number;
  /** Present when `waiting` and the lists of `state` are older than the rest: as of this turn. */
  listsSeq?: number;
}

/** A view without its lists: what is shown at once of a rotation that holds many places. */
export interface RotationHead extends Omit<RotationView, 'waiting' | 'state' | 'listsSeq'> {
  head: Omit<RotationState, StateLists>;
  waitingCount: number;
}
