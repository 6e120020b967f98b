import {
  isAbsent,
  withAgent,
  withAmendment,
  withAvailability,
  withCapacity,
  withReturns,
  withRoster,
} from './rotation-roster.ts';
import type {
  AvailabilityChange,
  RosterAgent,
  RotationEvent,
  RotationState,
  TurnGrant,
  TurnRequest,
  TurnWithdrawal,
  WaitingRequest,
} from './rotation-types.ts';

export interface Rotated {
  state: RotationState;
  /** Answers to send, in the order in which they were decided. */
  grants: TurnGrant[];
  /** Cases that are to ask for another turn, after the answers have been sent. */
  withdrawals: TurnWithdrawal[];
}

/** How many ended requests are remembered; a repetition comes within seconds, this is hours of work. */
const rememberedEnds = 1000;

/**
 * The rotation's only rule. Contract:
 * 1. The cursor walks the roster, absentees included, to the first agent who may take the request, and rests behind them.
 * 2. A turn gets the next number; numbers have no gap. A return to the preferred agent and a hand reassignment to a named
 *    one take no turn.
 * 3. Who finds nobody waits, first come first served; a newer request never overtakes one that could be served.
 * 4. A repeated request gets its first answer again; one that has ended gets none.
 * 5. Leave with handover leaves the agent's cases where they are until each has asked anew, superseding its request.
 */
export function rotate(state: RotationState, event: RotationEvent, now: number): Rotated {
  switch (event.type) {
    case 'turnRequested':
      return requested(state, event.request, now);
    case 'released':
      return drained(released(state, event.requestId), now);
    case 'availabilityChanged':
      return { ...drained(withAvailability(state, event, now), now), withdrawals: handedOver(state, event, now) };
    case 'rosterChanged':
      return drained(withRoster(state, event), now);
    case 'rosterAmended':
      return drained(withAmendment(state, event), now);
    case 'capacityChanged':
      return drained(withCapacity(state, event), now);
    case 'absencesEnded':
      return drained(withReturns(state, now), now);
  }
}

/** The agent's open cases in this tier. */
export function openCasesOf(state: RotationState, agentId: string): number {
  return state.assignments.filter((assignment) => assignment.agentId === agentId).length;
}

/** How many open cases the agent may have at once. */
export function capacityOf(state: RotationState, agent: RosterAgent): number {
  return agent.capacity ?? state.defaultCapacity;
}

/** Index of the agent whose turn it would be for this request, or -1 when nobody may take it. */
export function nextEligibleIndex(state: RotationState, request: Pick<TurnRequest, 'excludedAgentIds'>): number {
  const size = state.roster.length;
  for (let step = 0; step < size; step += 1) {
    const index = (state.nextIndex + step) % size;
    const agent = state.roster[index];
    if (agent && hasRoom(state, agent) && !isBarred(state, agent, request)) return index;
  }
  return -1;
}

function hasRoom(state: RotationState, agent: RosterAgent): boolean {
  return agent.availability === 'available' && openCasesOf(state, agent.agentId) < capacityOf(state, agent);
}

/** An exclusion holds only while somebody else is there: otherwise the case would wait for a person who is at work. */
function isBarred(state: RotationState, agent: RosterAgent, request: Pick<TurnRequest, 'excludedAgentIds'>): boolean {
  const excluded = (agentId: string) => request.excludedAgentIds.includes(agentId);
  return (
    excluded(agent.agentId) &&
    state.roster.some((other) => other.availability === 'available' && !excluded(other.agentId))
  );
}

function requested(state: RotationState, request: TurnRequest, now: number): Rotated {
  const earlier = state.assignments.find((assignment) => assignment.requestId === request.requestId);
  if (earlier) {
    const { requestId, caseId, workflowId, attempt, agentId, seq } = earlier;
    return {
      ...unchanged(state),
      grants: [{ requestId, caseId, workflowId, attempt, agentId, seq, at: new Date(now).toISOString() }],
    };
  }
  if (state.waiting.some((waiting) => waiting.requestId === request.requestId)) return unchanged(state);
  const freed = request.supersedes === null ? state : released(state, request.supersedes);
  // Given up before it came: it gets no turn, and what it replaces is given up all the same.
  if (freed.endedRequestIds.includes(request.requestId))
    return freed === state ? unchanged(state) : drained(freed, now);
  return drained({ ...freed, waiting: [...freed.waiting, { ...request, since: now }] }, now);
}

function unchanged(state: RotationState): Rotated {
  return { state, grants: [], withdrawals: [] };
}

/** The open cases of whoever goes on leave and hands over, also of one who is on the roster no more. */
function handedOver(state: RotationState, change: AvailabilityChange, now: number): TurnWithdrawal[] {
  if (change.handover !== true || change.availability !== 'leave' || !isAbsent(change, now)) return [];
  return state.assignments
    .filter(({ agentId }) => agentId === change.agentId)
    .map(({ requestId, caseId, workflowId }) => ({ requestId, caseId, workflowId }));
}

function released(state: RotationState, requestId: string): RotationState {
  if (state.endedRequestIds.includes(requestId)) return state;
  return {
    ...state,
    assignments: state.assignments.filter((assignment) => assignment.requestId !== requestId),
    waiting: state.waiting.filter((waiting) => waiting.requestId !== requestId),
    endedRequestIds: [...state.endedRequestIds, requestId].slice(-rememberedEnds),
  };
}

/** Serves everyone who can be served, oldest first; each answer changes who may take the next. */
function drained(state: RotationState, now: number): Rotated {
  let current = state;
  const grants: TurnGrant[] = [];
  for (const waiting of state.waiting) {
    const granted = dealt(current, waiting, now);
    if (!granted) continue;
    current = granted.state;
    grants.push(granted.grant);
  }
  return { state: current, grants, withdrawals: [] };
}

function dealt(state: RotationState, request: WaitingRequest, now: number) {
  const named = state.roster.find((agent) => agent.agentId === request.namedAgentId);
  if (named && named.availability !== 'leave') return assigned(state, request, named.agentId, null, now);
  const preferred = state.roster.find((agent) => agent.agentId === request.preferredAgentId);
  if (preferred && hasRoom(state, preferred)) return assigned(state, request, preferred.agentId, null, now);
  const index = nextEligibleIndex(state, request);
  const agent = state.roster[index];
  if (!agent) return null;
  const moved = {
    ...withAgent(state, agent.agentId, { turns: agent.turns + 1 }),
    seq: state.seq + 1,
    nextIndex: (index + 1) % state.roster.length,
  };
  return assigned(moved, request, agent.agentId, moved.seq, now);
}

function assigned(state: RotationState, request: WaitingRequest, agentId: string, seq: number | null, now: number) {
  const { requestId, caseId, workflowId, attempt } = request;
  const assignment = { requestId, caseId, workflowId, attempt, agentId, seq };
  return {
    state: {
      ...state,
      assignments: [...state.assignments, assignment],
      waiting: state.waiting.filter((waiting) => waiting.requestId !== requestId),
    },
    grant: { ...assignment, at: new Date(now).toISOString() },
  };
}
