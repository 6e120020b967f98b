import { hasAnyRoom, hasRoom, nextEligibleIndex, openCasesOf } from './rotation-room.ts';
import { withAgent } from './rotation-roster.ts';
import type { RotationState, TurnGrant, WaitingRequest } from './rotation-types.ts';

/** Who gets it, and the number of the turn that it takes, if it takes one. */
interface Choice {
  agentId: string;
  /** Index into the roster, when it takes a turn. */
  turnOf: number | null;
}

/**
 * Serves everyone who can be served, oldest first; each answer changes who may take the next. Once nobody has room left,
 * nobody else is looked at: a full desk may have thousands waiting, and everything that has reached a rotation meanwhile
 * is decided in one workflow task.
 */
export function drained(state: RotationState, now: number): { state: RotationState; grants: TurnGrant[] } {
  const open = openCasesOf(state);
  const grants: TurnGrant[] = [];
  const waiting: WaitingRequest[] = [];
  const isAnyNamed = state.waiting.some(({ namedAgentId }) => Boolean(namedAgentId));
  let walk = state;
  for (const [index, request] of state.waiting.entries()) {
    if (!isAnyNamed && !hasAnyRoom(walk, open)) {
      waiting.push(...state.waiting.slice(index));
      break;
    }
    const choice = chosen(walk, request, open);
    if (choice === null) {
      waiting.push(request);
      continue;
    }
    if (choice.turnOf !== null) walk = withTurn(walk, choice.turnOf);
    grants.push(grantOf(request, choice, walk.seq, now));
    open.set(choice.agentId, (open.get(choice.agentId) ?? 0) + 1);
  }
  if (grants.length === 0) return { state, grants };
  const taken = grants.map(({ at: _at, ...assignment }) => assignment);
  return { state: { ...walk, assignments: [...state.assignments, ...taken], waiting }, grants };
}

/** The same where everyone who waits has been served as far as possible, and one more has come. */
export function joined(
  state: RotationState,
  request: WaitingRequest,
  now: number,
): { state: RotationState; grants: TurnGrant[] } {
  const { state: next, grants } = drained({ ...state, waiting: [request] }, now);
  return { state: { ...next, waiting: [...state.waiting, ...next.waiting] }, grants };
}

function chosen(walk: RotationState, request: WaitingRequest, open: ReadonlyMap<string, number>): Choice | null {
  const named = walk.roster.find((agent) => agent.agentId === request.namedAgentId);
  if (named && named.availability !== 'leave') return { agentId: named.agentId, turnOf: null };
  const preferred = walk.roster.find((agent) => agent.agentId === request.preferredAgentId);
  if (preferred && hasRoom(walk, preferred, open)) return { agentId: preferred.agentId, turnOf: null };
  const turnOf = nextEligibleIndex(walk, request, open);
  const agent = walk.roster[turnOf];
  return agent ? { agentId: agent.agentId, turnOf } : null;
}

/** The cursor rests behind whoever takes the turn. */
function withTurn(walk: RotationState, index: number): RotationState {
  const agent = walk.roster[index];
  if (!agent) return walk;
  return {
    ...withAgent(walk, agent.agentId, { turns: agent.turns + 1 }),
    seq: walk.seq + 1,
    nextIndex: (index + 1) % walk.roster.length,
  };
}

function grantOf(request: WaitingRequest, { agentId, turnOf }: Choice, seq: number, now: number): TurnGrant {
  const { attempt, caseId, requestId, workflowId } = request;
  return {
    ...{ requestId, caseId, workflowId, attempt, agentId },
    seq: turnOf === null ? null : seq,
    at: new Date(now).toISOString(),
  };
}
