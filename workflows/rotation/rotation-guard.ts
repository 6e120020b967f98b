import type { RotationEvent, TurnRequest } from './rotation-types.ts';

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);
const isTextOrNothing = (value: unknown) => value === undefined || isTextOrNull(value);
const isNumberOrNothing = (value: unknown) => value === undefined || Number.isSafeInteger(value);
const isFlagOrNothing = (value: unknown) => value === undefined || typeof value === 'boolean';
const isInstantOrNothing = (value: unknown) =>
  value === undefined || value === null || (isText(value) && !Number.isNaN(Date.parse(value)));
const isCapacity = (value: unknown) => value === null || (Number.isSafeInteger(value) && Number(value) >= 0);

/**
 * The event that a signal stands for, or null when its name or form is wrong: somebody may have typed it by hand, and it
 * must never stop the turns of everyone else.
 */
export function rotationEvent(name: string, message: unknown): RotationEvent | null {
  const event = (name === 'turnRequested' ? { request: message } : { ...(message as object) }) as RotationEvent;
  const named = { ...event, type: name } as RotationEvent;
  return isWellFormed(named) ? named : null;
}

function isWellFormed(event: RotationEvent): boolean {
  switch (event.type) {
    case 'turnRequested':
      return isTurnRequest(event.request);
    case 'released':
      return isText(event.requestId);
    case 'availabilityChanged':
      return (
        isText(event.agentId) &&
        ['available', 'away', 'leave'].includes(event.availability) &&
        isInstantOrNothing(event.until) &&
        isFlagOrNothing(event.handover)
      );
    case 'rosterChanged':
      return isTexts(event.agentIds) && isNumberOrNothing(event.expectedRosterVersion);
    case 'rosterAmended':
      return isTexts(event.joined) && isTexts(event.left);
    case 'capacityChanged':
      return (event.agentId === undefined || isText(event.agentId)) && isCapacity(event.capacity);
    // Only the rotation's own timer says so.
    case 'absencesEnded':
      return false;
    default:
      return false;
  }
}

function isTurnRequest(request: Partial<TurnRequest> | null | undefined): boolean {
  return (
    typeof request === 'object' &&
    request !== null &&
    isText(request.requestId) &&
    isText(request.caseId) &&
    isText(request.workflowId) &&
    Number.isSafeInteger(request.attempt) &&
    isTexts(request.excludedAgentIds) &&
    isTextOrNull(request.preferredAgentId) &&
    isTextOrNothing(request.namedAgentId) &&
    isTextOrNull(request.supersedes) &&
    request.supersedes !== request.requestId
  );
}
