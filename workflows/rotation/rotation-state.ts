import { drained, joined } from './rotation-dealing.ts';
import { isAbsent, withAmendment, withAvailability, withCapacity, withReturns, withRoster } from './rotation-roster.ts';
import type {
  AvailabilityChange,
  RotationEvent,
  RotationState,
  TurnGrant,
  TurnRequest,
  TurnWithdrawal,
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
      return served(released(state, event.requestId), now);
    case 'availabilityChanged':
      return { ...served(withAvailability(state, event, now), now), withdrawals: handedOver(state, event, now) };
    case 'rosterChanged':
      return served(withRoster(state, event), now);
    case 'rosterAmended':
      return served(withAmendment(state, event), now);
    case 'capacityChanged':
      return served(withCapacity(state, event), now);
    case 'absencesEnded':
      return served(withReturns(state, now), now);
  }
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
  if (freed.endedRequestIds.includes(request.requestId)) return freed === state ? unchanged(state) : served(freed, now);
  const waiting = { ...request, since: now };
  if (freed === state) return { ...joined(state, waiting, now), withdrawals: [] };
  return served({ ...freed, waiting: [...freed.waiting, waiting] }, now);
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

function served(state: RotationState, now: number): Rotated {
  return { ...drained(state, now), withdrawals: [] };
}
