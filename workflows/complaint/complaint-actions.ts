import type { TimelineDraft } from '../kernel/timeline-types.ts';
import { withDeadline, withoutDeadline, withPaused, withResumed } from './complaint-deadlines.ts';
import type { ActionEvent } from './complaint-refusal.ts';
import { corrected } from './complaint-correcting.ts';
import { detached } from './complaint-detaching.ts';
import { endingForwarders, merged } from './complaint-merging.ts';
import {
  enteringTier,
  leavingServers,
  leftByAgent,
  releasing,
  reopened,
  toNextAgent,
  withTurnRequested,
} from './complaint-turns.ts';
import type { Move } from './complaint-turns.ts';
import type { CaseState } from './complaint-types.ts';

/** What a person does. Whether they may was decided before. `now` is epoch milliseconds. */
export function acted(state: CaseState, event: ActionEvent, now: number): Move {
  const { actor, actionId } = event.action;
  const done = { ...state, actionIds: [...state.actionIds, actionId] };
  switch (event.type) {
    case 'acknowledge':
      return taken(done, { type: 'acknowledged', actor, data: {} });
    case 'resolve':
      return resolved(
        done,
        event.resolutionId,
        { type: 'resolved', actor, data: { resolutionId: event.resolutionId } },
        now,
      );
    case 'escalate':
      return escalated(done, { type: 'escalated', actor, data: { by: 'action', reasonId: event.reasonId } }, now);
    case 'ask':
      return asked(done, { type: 'asked', actor, data: { messageId: event.messageId } }, now);
    case 'resume':
      return resumed(done, [{ type: 'resumed', actor, data: { by: 'action' } }], now);
    case 'reassign': {
      const { agentId, reasonId } = event;
      const draft = { type: 'reassigned', actor, data: { fromAgentId: state.agentId, toAgentId: agentId, reasonId } };
      return toNextAgent(running(done, now), [draft], agentId);
    }
    case 'reopen':
      return reopened(done, [{ type: 'reopened', actor, data: { reason: 'action', reasonId: event.reasonId } }], now);
    case 'withdraw':
      return withdrawn(done, { type: 'withdrawn', actor, data: { reasonId: event.reasonId } });
    case 'merge':
      return merged(done, event.into, {
        type: 'merged',
        actor,
        data: { intoId: event.into.caseId, number: event.into.number },
      });
    case 'correct':
      return corrected(done, event, now);
    case 'detach':
      return detached(done, event);
    case 'rate': {
      const others = (state.ratings ?? []).filter(({ reporterId }) => reporterId !== actor.id);
      const ratings = [...others, { reporterId: actor.id, score: event.score }];
      const data = { score: event.score, commentId: event.commentId };
      return { state: { ...done, ratings }, drafts: [{ type: 'rated', actor, data }], effects: [] };
    }
  }
}

/** Tier 1 hands over to tier 2, because somebody wants it or because its time is over. */
export function escalated(state: CaseState, draft: TimelineDraft, now: number): Move {
  const left = leftByAgent(state);
  const raised: CaseState = { ...left.state, status: 'escalating', ...enteringTier(state, 'tier-2'), deadlines: [] };
  return withTurnRequested({
    state: withDeadline({ ...raised, requestId: null }, 'resolve', now),
    drafts: [{ ...draft, data: { ...draft.data, fromAgentId: state.agentId } }],
    effects: [...releasing(state), ...left.effects],
  });
}

/** The case goes on where it stood before the question; the time that it waited is given back. */
export function resumed(state: CaseState, drafts: TimelineDraft[], now: number): Move {
  return { state: { ...running(state, now), status: 'inProgress' }, drafts, effects: [] };
}

function running(state: CaseState, now: number): CaseState {
  if (state.status !== 'waitingOnSubmitter') return state;
  return withResumed(withoutDeadline(state, 'answer'), 'resolve', now);
}

function taken(state: CaseState, draft: TimelineDraft): Move {
  return { state: { ...withoutDeadline(state, 'acknowledge'), status: 'inProgress' }, drafts: [draft], effects: [] };
}

/** Who asks has begun to work on it: the question stands for the acknowledgement. */
function asked(state: CaseState, draft: TimelineDraft, now: number): Move {
  const waiting = withPaused(withoutDeadline(state, 'acknowledge'), 'resolve', now);
  return {
    state: { ...withDeadline(waiting, 'answer', now), status: 'waitingOnSubmitter' },
    drafts: [draft],
    effects: [],
  };
}

/** The reopen window begins. */
export function resolved(state: CaseState, resolutionId: string, draft: TimelineDraft, now: number): Move {
  const ended: CaseState = {
    ...state,
    status: 'resolved',
    overdue: false,
    deadlines: [],
    requestId: null,
    resolutionId,
  };
  return {
    state: withDeadline(ended, 'reopen', now),
    drafts: [draft],
    effects: [...releasing(state), ...leavingServers(state)],
  };
}

/** One of several reporters withdraws only for themselves; with the last one the case ends. */
function withdrawn(state: CaseState, draft: TimelineDraft): Move {
  const withdrawnIds = new Set([...(state.withdrawnIds ?? []), draft.actor.id]);
  const remembered = { ...state, withdrawnIds: [...withdrawnIds] };
  if (!state.reporterIds.every((reporterId) => withdrawnIds.has(reporterId))) {
    return { state: remembered, drafts: [{ ...draft, type: 'reportWithdrawn' }], effects: [] };
  }
  return {
    state: { ...remembered, status: 'withdrawn', overdue: false, deadlines: [], requestId: null },
    drafts: [draft],
    effects: [...releasing(state), ...leavingServers(state), ...endingForwarders(state)],
  };
}
