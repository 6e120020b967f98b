import type {
  RosterAgent,
  RotationEvent,
  RotationState,
  TurnGrant,
  TurnRequest,
  WaitingRequest,
} from './rotation-types.ts';

export interface Rotated {
  state: RotationState;
  /** Answers to send, in the order in which they were decided. */
  grants: TurnGrant[];
}

/** How many ended requests are remembered; a repetition comes within seconds, this is hours of work. */
const rememberedEnds = 1000;

/**
 * The rotation's only rule. Contract:
 * 1. The cursor walks the roster, absentees included, to the first agent who may take the request, and rests behind them.
 * 2. A turn gets the next number; numbers have no gap. A return to the preferred agent takes no turn.
 * 3. Who finds nobody waits, first come first served; a newer request never overtakes one that could be served.
 * 4. A repeated request gets its first answer again; one that has ended gets none.
 */
export function rotate(state: RotationState, event: RotationEvent, now: number): Rotated {
  switch (event.type) {
    case 'turnRequested':
      return requested(state, event.request, now);
    case 'released':
      return drained(released(state, event.requestId), now);
    case 'availabilityChanged':
      return drained(withAgent(state, event.agentId, { availability: event.availability }), now);
    case 'rosterChanged':
      return drained(withRoster(state, event.agentIds), now);
    case 'capacityChanged':
      return drained(withCapacity(state, event), now);
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
      state,
      grants: [{ requestId, caseId, workflowId, attempt, agentId, seq, at: new Date(now).toISOString() }],
    };
  }
  if (state.waiting.some((waiting) => waiting.requestId === request.requestId)) return { state, grants: [] };
  if (state.endedRequestIds.includes(request.requestId)) return { state, grants: [] };
  const freed = request.supersedes === null ? state : released(state, request.supersedes);
  return drained({ ...freed, waiting: [...freed.waiting, { ...request, since: now }] }, now);
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
  return { state: current, grants };
}

function dealt(state: RotationState, request: WaitingRequest, now: number) {
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

function withAgent(state: RotationState, agentId: string, change: Partial<RosterAgent>): RotationState {
  return {
    ...state,
    roster: state.roster.map((agent) => (agent.agentId === agentId ? { ...agent, ...change } : agent)),
  };
}

function withCapacity(state: RotationState, change: { agentId?: string; capacity: number | null }): RotationState {
  if (change.agentId !== undefined) return withAgent(state, change.agentId, { capacity: change.capacity });
  return change.capacity === null ? state : { ...state, defaultCapacity: change.capacity };
}

/** Who was next stays next; if they leave, the first after them in the old order who stays. */
function withRoster(state: RotationState, agentIds: string[]): RotationState {
  const roster = [...new Set(agentIds)].map(
    (agentId): RosterAgent =>
      state.roster.find((agent) => agent.agentId === agentId) ?? {
        agentId,
        availability: 'available',
        capacity: null,
        turns: 0,
      },
  );
  const walk = [...state.roster.slice(state.nextIndex), ...state.roster.slice(0, state.nextIndex)];
  const next = walk.map((agent) => roster.findIndex(({ agentId }) => agentId === agent.agentId)).find((at) => at >= 0);
  return { ...state, roster, nextIndex: next ?? 0 };
}
