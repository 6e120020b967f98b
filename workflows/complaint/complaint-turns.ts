import { turnRequestId } from '../kernel/workflow-ids.ts';
import type { Tier } from '../kernel/tier.ts';
import { systemActor, type Json, type TimelineDraft } from '../kernel/timeline-types.ts';
import type { TurnRequest } from '../rotation/rotation-types.ts';
import { caseWorkflowId } from './complaint-address.ts';
import { withDeadline, withoutDeadline } from './complaint-deadlines.ts';
import type { CaseEffect } from './complaint-event-types.ts';
import type { CaseState } from './complaint-types.ts';

/** A change of a case before it is numbered and chained. */
export interface Move {
  state: CaseState;
  drafts: TimelineDraft[];
  effects: CaseEffect[];
}

type Wish = Partial<Pick<TurnRequest, 'excludedAgentIds' | 'preferredAgentId' | 'namedAgentId' | 'supersedes'>>;

/** Asks for the next turn of the tier that the case is in. */
export function withTurnRequested(move: Move, wish: Wish = {}): Move {
  const { state } = move;
  const attempt = state.attempt + 1;
  const requestId = turnRequestId({ caseId: state.caseId, tier: state.tier, attempt });
  const request: TurnRequest = {
    requestId,
    caseId: state.caseId,
    workflowId: caseWorkflowId(state),
    attempt,
    excludedAgentIds: wish.excludedAgentIds ?? [],
    preferredAgentId: wish.preferredAgentId ?? null,
    supersedes: wish.supersedes ?? null,
    ...(wish.namedAgentId ? { namedAgentId: wish.namedAgentId } : {}),
  };
  return {
    state: { ...state, attempt, requestId },
    drafts: move.drafts,
    effects: [...move.effects, { type: 'requestTurn', tier: state.tier, request }],
  };
}

/** The same tier, another turn; whoever had the case is passed over, and their place is given back with the request. */
export function toNextAgent(state: CaseState, drafts: TimelineDraft[], namedAgentId: string | null = null): Move {
  const left = leftByAgent(state);
  const waiting = {
    ...withoutDeadline(withoutDeadline(left.state, 'acknowledge'), 'answer'),
    status: waitingStatus(state.tier),
  };
  return withTurnRequested(
    { state: waiting, drafts, effects: left.effects },
    {
      excludedAgentIds: state.agentId === null || state.agentId === namedAgentId ? [] : [state.agentId],
      supersedes: state.requestId,
      namedAgentId,
    },
  );
}

/** A resolved case is taken up again, by the agent who had it if they are there, else by turn. */
export function reopened(state: CaseState, drafts: TimelineDraft[], now: number): Move {
  const left = leftByAgent(state);
  const waiting = { ...left.state, status: waitingStatus(state.tier), deadlines: [], resolutionId: null };
  return withTurnRequested(
    { state: withDeadline(waiting, 'resolve', now), drafts, effects: left.effects },
    { preferredAgentId: state.agentId },
  );
}

/** In tier 1 a case waits for its turn as `received`, in tier 2 as `escalating`. */
export function waitingStatus(tier: Tier): 'received' | 'escalating' {
  return tier === 'tier-1' ? 'received' : 'escalating';
}

/** Attempts go on where the case has left the tier, so that no rotation is asked twice under the same id. */
export function enteringTier(state: CaseState, tier: Tier): Pick<CaseState, 'tier' | 'attempt' | 'attempts'> {
  const attempts = { ...state.attempts, [state.tier]: state.attempt };
  return { tier, attempt: attempts[tier] ?? 0, attempts };
}

/** Nobody has the case any more, and whoever had it needs no session for it. */
export function leftByAgent(state: CaseState): { state: CaseState; effects: CaseEffect[] } {
  if (state.agentId === null) return { state, effects: [] };
  const formerAgentIds = [...new Set([...state.formerAgentIds, state.agentId])];
  return {
    state: { ...state, agentId: null, assignedAt: null, formerAgentIds },
    effects: leavingServers(state),
  };
}

export function leavingServers(state: CaseState): CaseEffect[] {
  return state.agentId === null ? [] : [{ type: 'leaveServers', agentId: state.agentId }];
}

/** Gives the place that the case holds or waits for back. */
export function releasing(state: CaseState): CaseEffect[] {
  const { facts, requestId, tier } = state;
  return requestId === null ? [] : [{ type: 'releaseTurn', deskId: facts.deskId, tier, requestId }];
}

export function systemDraft(type: string, data: { [key: string]: Json }): TimelineDraft {
  return { type, actor: systemActor, data };
}
