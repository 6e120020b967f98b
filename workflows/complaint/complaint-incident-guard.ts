import { actorOf } from '../incident/incident-guard.ts';
import type { IncidentNews } from '../incident/incident-link-types.ts';
import { isStorable } from './complaint-guard.ts';

const isText = (value: unknown): value is string => value !== '' && isStorable(value);

/** News as an incident sends them, or null: somebody may have typed them by hand. */
export function incidentNews(message: unknown): IncidentNews | null {
  const { type, caseId, no, incident, incidentId, reason, resolutionId, ...fields } = (message ?? {}) as Record<
    string,
    unknown
  >;
  const actor = actorOf(fields['actor']);
  if (!actor || !isText(caseId) || !Number.isSafeInteger(no)) return null;
  const link = { caseId, no: Number(no), actor };
  if (type === 'incidentJoined') {
    const ref = (incident ?? {}) as Record<string, unknown>;
    if (!isText(ref['incidentId']) || !isText(ref['workflowId'])) return null;
    return { type, ...link, incident: { incidentId: ref['incidentId'], workflowId: ref['workflowId'] } };
  }
  if (!isText(incidentId)) return null;
  if (type === 'incidentLeft') return isText(reason) ? { type, ...link, incidentId, reason } : null;
  if (type === 'incidentResolved') return isText(resolutionId) ? { type, ...link, incidentId, resolutionId } : null;
  return null;
}
