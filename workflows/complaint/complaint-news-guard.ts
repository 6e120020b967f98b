import { tiers } from '../kernel/tier.ts';
import type { CaseEvent, ForwarderNews } from './complaint-event-types.ts';
import { isStorable } from './complaint-guard.ts';
import type { CaseLink, MergedCase } from './complaint-types.ts';

// What rotations and other cases tell a case. People can type it by hand in the Temporal UI or CLI: whatever its form, it
// must not fail the case's workflow task, which would be tried again for ever.

type News<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>;

const isText = (value: unknown): value is string => value !== '' && isStorable(value);
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isMissing = (value: unknown): value is undefined => value === undefined;
const fieldsOf = (message: unknown): Record<string, unknown> =>
  typeof message === 'object' && message !== null ? (message as Record<string, unknown>) : {};

/** The turn that a rotation has granted, or null when it is none. */
export function turnGrantedNews(message: unknown): News<'turnGranted'> | null {
  const { agentId, deskId, requestId, seq, tier } = fieldsOf(message);
  const known = tiers.find((each) => each === tier);
  if (!known || !isText(requestId) || !isText(agentId)) return null;
  if (!(seq === null || Number.isSafeInteger(seq)) || !(isMissing(deskId) || isText(deskId))) return null;
  const grant = { requestId, tier: known, agentId, seq: seq === null ? null : Number(seq) };
  return { type: 'turnGranted', ...grant, ...(isText(deskId) ? { deskId } : {}) };
}

/** A turn that a rotation takes back, or null. */
export function turnWithdrawnNews(message: unknown): News<'turnWithdrawn'> | null {
  const { reason, requestId } = fieldsOf(message);
  return isText(requestId) && isText(reason) ? { type: 'turnWithdrawn', requestId, reason } : null;
}

/** A case that is merged into this one, or null. */
export function caseMergedNews(message: unknown): News<'caseMerged'> | null {
  const { source } = fieldsOf(message);
  const { correctionForwarders, detachedReportIds, forwarders, reportIds, reporterIds, reportSenders } =
    fieldsOf(source);
  const isWhole =
    isLink(source) &&
    isTexts(reportIds) &&
    isTexts(reporterIds) &&
    isLinks(forwarders) &&
    (isMissing(correctionForwarders) || isLinks(correctionForwarders)) &&
    (isMissing(detachedReportIds) || isTexts(detachedReportIds)) &&
    (isMissing(reportSenders) || isTexts(Object.values(fieldsOf(reportSenders))));
  return isWhole ? { type: 'caseMerged', source: source as MergedCase } : null;
}

/** What the case that another one was merged into tells that one, or null. */
export function forwarderNews(message: unknown): ForwarderNews | null {
  const { into, type } = fieldsOf(message);
  if (type === 'mergeFailed' || type === 'survivorEnded') return { type };
  return type === 'survivorMoved' && isLink(into) ? { type, into } : null;
}

function isLink(value: unknown): value is CaseLink {
  const { caseId, number, workflowId } = fieldsOf(value);
  return [caseId, number, workflowId].every(isText);
}

function isLinks(value: unknown): value is CaseLink[] {
  return Array.isArray(value) && value.every(isLink);
}
