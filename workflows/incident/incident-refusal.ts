import type { IncidentRefusal, IncidentRefusalCode } from './incident-errors.ts';
import { mostMembers, type IncidentActionRef, type IncidentEvent, type IncidentState } from './incident-types.ts';

export type IncidentActionEvent = Extract<IncidentEvent, { action: IncidentActionRef }>;

/** Whether the event is something that a person wants done, and may be refused. */
export function isIncidentAction(event: IncidentEvent): event is IncidentActionEvent {
  return 'action' in event;
}

export function incidentRefusal(state: IncidentState, code: IncidentRefusalCode): IncidentRefusal {
  return { code, version: state.version };
}

/** Why this action cannot be done now, or null. One that was done before is never refused. */
export function incidentRefusalOf(state: IncidentState, event: IncidentActionEvent): IncidentRefusal | null {
  if (state.actionIds.includes(event.action.actionId)) return null;
  const code = codeOf(state, event);
  return code && incidentRefusal(state, code);
}

function codeOf(state: IncidentState, event: IncidentActionEvent): IncidentRefusalCode | null {
  const { actor, expectedVersion } = event.action;
  if (actor.role !== 'agent' && actor.role !== 'supervisor') return 'NotStaff';
  if (expectedVersion !== undefined && expectedVersion !== state.version) return 'VersionMismatch';
  if (state.status === 'resolved') return 'Resolved';
  const isMember = (caseId: string) => state.members.some((member) => member.caseId === caseId);
  if (event.type === 'unlinkCase') return isMember(event.caseId) ? null : 'NotLinked';
  if (event.type !== 'linkCases') return null;
  const added = new Set(event.cases.map(({ caseId }) => caseId).filter((caseId) => !isMember(caseId)));
  return state.members.length + added.size > mostMembers ? 'Full' : null;
}
