import type { CaseLeft, OfficeServerEvent, SessionAction } from './office-server-types.ts';

/** A text that every store can keep: no NUL, no half of a surrogate pair. */
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && !/[\0\p{Cs}]/u.test(value);
const isReason = (value: unknown): value is string | null => value === null || isText(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
/** A year is more than anybody can mean, and far from where dates end. */
const isMinutes = (value: unknown): value is number => isCount(value) && value > 0 && value <= 525_600;
const fieldsOf = (message: unknown): Record<string, unknown> =>
  typeof message === 'object' && message !== null ? (message as Record<string, unknown>) : {};

/**
 * The event that a message stands for, or null when its form is wrong: somebody may have typed it by hand, and it must
 * never stop the sessions of everyone else.
 */
export function officeServerEvent(name: string, message: unknown): OfficeServerEvent | null {
  const fields = fieldsOf(message);
  switch (name) {
    case 'requestSession':
      return requested(fields);
    case 'extendSession':
      return extended(fields);
    case 'endSession':
      return ended(fields);
    case 'revoke':
      return revoked(fields);
    case 'caseLeft':
      return left(fields);
    case 'limitChanged':
      return isCount(fields['limit']) ? { type: 'limitChanged', limit: fields['limit'] } : null;
    default:
      return null;
  }
}

function requested({ sessionId, caseId, agentId, caseVersion, minutes }: Record<string, unknown>) {
  if (!isText(sessionId) || !isText(caseId) || !isText(agentId) || !isCount(caseVersion) || !isMinutes(minutes)) {
    return null;
  }
  return { type: 'requested' as const, request: { sessionId, caseId, agentId, caseVersion, minutes } };
}

function extended({ minutes, actionId, ...fields }: Record<string, unknown>) {
  const action = actionOf(fields);
  return action && isMinutes(minutes) && isText(actionId)
    ? { type: 'extended' as const, action, minutes, actionId }
    : null;
}

function ended({ reason, ...fields }: Record<string, unknown>) {
  const action = actionOf(fields);
  return action && isReason(reason) ? { type: 'ended' as const, action, reason } : null;
}

/** Whoever can send signals by hand is a supervisor. */
function revoked({ sessionId, actorId, reason = null }: Record<string, unknown>): OfficeServerEvent | null {
  if (!isText(sessionId) || !isText(actorId) || !isReason(reason)) return null;
  return { type: 'ended', action: { sessionId, actor: { id: actorId, role: 'supervisor' } }, reason };
}

function left({ caseId, agentId = null, caseVersion = null }: Record<string, unknown>): OfficeServerEvent | null {
  if (!isText(caseId) || !(agentId === null || isText(agentId))) return null;
  if (!(caseVersion === null || isCount(caseVersion))) return null;
  const about: CaseLeft = { caseId, agentId, caseVersion };
  return { type: 'caseLeft', left: about };
}

function actionOf({ sessionId, actor }: Record<string, unknown>): SessionAction | null {
  const { id, role } = fieldsOf(actor);
  if (!isText(sessionId) || !isText(id) || (role !== 'agent' && role !== 'supervisor')) return null;
  return { sessionId, actor: { id, role } };
}
