import type { Refusal, RefusalCode } from './complaint-errors.ts';
import type { ActionRef, CaseEvent, CaseState, CaseStatus } from './complaint-types.ts';

type ActionEvent = Extract<CaseEvent, { action: ActionRef }>;

/** In which statuses an action makes sense at all. A supervisor may also decide a case that has no agent yet. */
const allowed: Record<ActionEvent['type'], { agent: CaseStatus[]; supervisor: CaseStatus[] }> = {
  acknowledge: { agent: ['assigned'], supervisor: ['assigned'] },
  resolve: {
    agent: ['assigned', 'inProgress'],
    supervisor: ['received', 'assigned', 'inProgress', 'escalating'],
  },
  escalate: { agent: ['assigned', 'inProgress'], supervisor: ['received', 'assigned', 'inProgress'] },
};

/** Whether the event is something that a person wants done, and may be refused. */
export function isAction(event: CaseEvent): event is ActionEvent {
  return event.type in allowed;
}

/** Why this action cannot be done now, or null. The most helpful reason comes first. */
export function refusalOf(state: CaseState, event: ActionEvent): Refusal | null {
  const code = refusalCodeOf(state, event);
  return code && refusal(state, code);
}

export function refusal(state: CaseState, code: RefusalCode): Refusal {
  return { code, status: state.status, agentId: state.agentId, version: state.version };
}

function refusalCodeOf(state: CaseState, { type, action }: ActionEvent): RefusalCode | null {
  const { actor, expectedVersion } = action;
  if (actor.role !== 'agent' && actor.role !== 'supervisor') return 'NotAssigned';
  if (actor.role === 'agent' && actor.id !== state.agentId) {
    return state.formerAgentIds.includes(actor.id) ? 'CaseMovedOn' : 'NotAssigned';
  }
  if (expectedVersion !== undefined && expectedVersion !== state.version) return 'VersionMismatch';
  if (!allowed[type][actor.role].includes(state.status)) return 'IllegalInStatus';
  if (type === 'escalate' && state.tier === 'tier-2') return 'NoHigherTier';
  return null;
}
