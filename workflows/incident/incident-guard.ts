import type { Actor } from '../kernel/timeline-types.ts';
import type { MemberNews, MemberRef } from './incident-link-types.ts';
import type { IncidentActionRef, IncidentChange, IncidentEvent } from './incident-types.ts';

/** A text that every store can keep: no NUL, no half of a surrogate pair. */
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && !/[\0\p{Cs}]/u.test(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const fieldsOf = (message: unknown): Record<string, unknown> =>
  typeof message === 'object' && message !== null ? (message as Record<string, unknown>) : {};
const roles: readonly unknown[] = ['submitter', 'agent', 'supervisor', 'admin', 'system'];

/**
 * The event that a message stands for, or null when its form is wrong: somebody may have typed it by hand, and it must
 * never stop the cases that wait with the incident.
 */
export function incidentEvent(name: string, message: unknown): IncidentEvent | null {
  const fields = fieldsOf(message);
  const action = actionOf(fields);
  switch (name) {
    case 'linkCases': {
      const cases = Array.isArray(fields['cases']) ? fields['cases'].map(memberOf) : [null];
      return action && cases.every((each) => each !== null) ? { type: 'linkCases', action, cases } : null;
    }
    case 'unlinkCase':
      return action && isText(fields['caseId']) ? { type: 'unlinkCase', action, caseId: fields['caseId'] } : null;
    case 'changeIncident': {
      const change = changeOf(fieldsOf(fields['change']));
      return action && change && { type: 'changeIncident', action, change };
    }
    case 'resolveIncident': {
      const { resolutionId } = fields;
      return action && isText(resolutionId) ? { type: 'resolveIncident', action, resolutionId } : null;
    }
    default:
      return memberNews(name, fields);
  }
}

function memberNews(name: string, fields: Record<string, unknown>): MemberNews | null {
  const { caseId, no, reason } = fields;
  switch (name) {
    case 'caseJoined': {
      const [member, actor] = [memberOf(fields['member']), actorOf(fields['actor'])];
      return member && actor && { type: 'caseJoined', member, actor };
    }
    case 'caseLeft':
      return isText(caseId) && isCount(no) && isText(reason) ? { type: 'caseLeft', caseId, no, reason } : null;
    case 'caseResolved':
      return isText(caseId) ? { type: 'caseResolved', caseId } : null;
    default:
      return null;
  }
}

function memberOf(value: unknown): MemberRef | null {
  const { caseId, number, officeId, workflowId } = fieldsOf(value);
  if (!isText(caseId) || !isText(number) || !isText(officeId) || !isText(workflowId)) return null;
  return { caseId, number, officeId, workflowId };
}

export function actorOf(value: unknown): Actor | null {
  const { id, role } = fieldsOf(value);
  return isText(id) && roles.includes(role) ? { id, role: role as Actor['role'] } : null;
}

function actionOf(fields: Record<string, unknown>): IncidentActionRef | null {
  const { actionId, expectedVersion } = fields;
  const actor = actorOf(fields['actor']);
  if (!isText(actionId) || !actor) return null;
  if (expectedVersion === undefined) return { actionId, actor };
  return typeof expectedVersion === 'number' ? { actionId, actor, expectedVersion } : null;
}

function changeOf({ title, notice }: Record<string, unknown>): IncidentChange | null {
  if (!(title === undefined || isText(title)) || !(notice === undefined || notice === null || isText(notice)))
    return null;
  return { ...(title === undefined ? {} : { title }), ...(notice === undefined ? {} : { notice }) };
}
