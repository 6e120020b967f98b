import type {
  AvailabilityChange,
  RosterAgent,
  RosterAmendment,
  RosterChange,
  RotationState,
} from './rotation-types.ts';

/** The version of the roster; states of 0.1.0 have none yet. */
function rosterVersionOf(state: RotationState): number {
  return state.rosterVersion ?? 1;
}

/** The earliest instant (epoch milliseconds) at which an absence ends by itself, or null. */
export function nextReturnAt(state: RotationState): number | null {
  const ends = state.roster.flatMap(({ until }) => until ?? []);
  return ends.length === 0 ? null : Math.min(...ends);
}

export function withAgent(state: RotationState, agentId: string, change: Partial<RosterAgent>): RotationState {
  return {
    ...state,
    roster: state.roster.map((agent) => (agent.agentId === agentId ? { ...agent, ...change } : agent)),
  };
}

/** An absence that would have ended already, because nobody processed it in time, is none. */
export function withAvailability(state: RotationState, change: AvailabilityChange, now: number): RotationState {
  const until = absenceEnd(change);
  const availability = isAbsent(change, now) ? change.availability : 'available';
  return {
    ...state,
    roster: state.roster.map((agent) =>
      agent.agentId === change.agentId
        ? { ...present(agent), availability, ...(availability !== 'available' && until !== null && { until }) }
        : agent,
    ),
  };
}

/** Whether the change means an absence that still lasts. */
export function isAbsent(change: AvailabilityChange, now: number): boolean {
  const until = absenceEnd(change);
  return change.availability !== 'available' && (until === null || until > now);
}

/** Everyone whose absence has come to its end is back. */
export function withReturns(state: RotationState, now: number): RotationState {
  const isOver = ({ until }: RosterAgent) => until !== undefined && until <= now;
  return { ...state, roster: state.roster.map((agent) => (isOver(agent) ? present(agent) : agent)) };
}

export function withCapacity(state: RotationState, change: { agentId?: string; capacity: number | null }) {
  if (change.agentId !== undefined) return withAgent(state, change.agentId, { capacity: change.capacity });
  return change.capacity === null ? state : { ...state, defaultCapacity: change.capacity };
}

/** Who was next stays next; if they leave, the first after them in the old order who stays. */
export function withRoster(state: RotationState, change: RosterChange): RotationState {
  const version = rosterVersionOf(state);
  if (change.expectedRosterVersion !== undefined && change.expectedRosterVersion !== version) return state;
  const agentIds = [...new Set(change.agentIds)];
  if (agentIds.join('\n') === state.roster.map(({ agentId }) => agentId).join('\n')) return state;
  const roster = agentIds.map(
    (agentId): RosterAgent => state.roster.find((agent) => agent.agentId === agentId) ?? newcomer(agentId),
  );
  const walk = [...state.roster.slice(state.nextIndex), ...state.roster.slice(0, state.nextIndex)];
  const next = walk.map((agent) => roster.findIndex(({ agentId }) => agentId === agent.agentId)).find((at) => at >= 0);
  return { ...state, roster, nextIndex: next ?? 0, rosterVersion: version + 1 };
}

/** How somebody joins a roster: present, without a capacity of their own and without a turn. */
function newcomer(agentId: string): RosterAgent {
  return { agentId, availability: 'available', capacity: null, turns: 0 };
}

function present({ until: _until, ...agent }: RosterAgent): RosterAgent {
  return { ...agent, availability: 'available' };
}

function absenceEnd({ until }: AvailabilityChange): number | null {
  return until === undefined || until === null ? null : Date.parse(until);
}

/** Newcomers come last, and nobody's place depends on what the sender knew of the roster. */
export function withAmendment(state: RotationState, { joined, left }: RosterAmendment): RotationState {
  const staying = state.roster.map(({ agentId }) => agentId).filter((agentId) => !left.includes(agentId));
  return withRoster(state, { agentIds: [...staying, ...joined] });
}
