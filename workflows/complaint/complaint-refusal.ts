import { correctionRefusal } from './complaint-correcting.ts';
import { detachRefusal } from './complaint-detaching.ts';
import type { Refusal, RefusalCode } from './complaint-errors.ts';
import type { CaseEvent } from './complaint-event-types.ts';
import type { ActionRef, CaseState, CaseStatus } from './complaint-types.ts';

export type ActionEvent = Extract<CaseEvent, { action: ActionRef }>;

type ActingRole = 'agent' | 'supervisor' | 'submitter';

const worked: CaseStatus[] = ['assigned', 'inProgress', 'waitingOnSubmitter'];
const open: CaseStatus[] = ['received', ...worked, 'escalating'];

/** Who may do what in which statuses. A supervisor may also decide a case that has no agent yet. */
const allowed: Record<ActionEvent['type'], Partial<Record<ActingRole, CaseStatus[]>>> = {
  acknowledge: { agent: ['assigned'], supervisor: ['assigned'] },
  resolve: { agent: worked, supervisor: open },
  escalate: { agent: worked, supervisor: ['received', ...worked] },
  ask: { agent: ['assigned', 'inProgress'], supervisor: ['assigned', 'inProgress'] },
  resume: { agent: ['waitingOnSubmitter'], supervisor: ['waitingOnSubmitter'] },
  reassign: { supervisor: open },
  reopen: { agent: ['resolved'], supervisor: ['resolved'], submitter: ['resolved'] },
  withdraw: { submitter: open },
  merge: { agent: worked, supervisor: open },
  correct: { agent: worked, supervisor: open },
  detach: { agent: [...worked, 'resolved'], supervisor: [...open, 'resolved'] },
  rate: { submitter: ['resolved'] },
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

function refusalCodeOf(state: CaseState, event: ActionEvent): RefusalCode | null {
  const { type, action } = event;
  const { actor, expectedVersion } = action;
  const statuses = allowed[type][actor.role as ActingRole];
  if (!statuses) return 'NotAssigned';
  if (actor.role === 'submitter' && !state.reporterIds.includes(actor.id)) return 'NotAssigned';
  if (actor.role === 'agent' && actor.id !== state.agentId) {
    return state.formerAgentIds.includes(actor.id) ? 'CaseMovedOn' : 'NotAssigned';
  }
  if (type === 'merge' && event.into.caseId === state.caseId) return 'Malformed';
  if (expectedVersion !== undefined && expectedVersion !== state.version) return 'VersionMismatch';
  if (!statuses.includes(state.status)) return 'IllegalInStatus';
  if (type === 'escalate' && state.tier === 'tier-2') return 'NoHigherTier';
  if (type === 'correct') return correctionRefusal(state, event.correction);
  if (type === 'detach') return detachRefusal(state, event.detachment);
  return null;
}
