import type { ApiDeps } from '../api-deps.ts';
import { complaintServices } from '../complaints/complaint-services.ts';
import type { Operation } from '../http/operation.ts';
import { changeIncident, linkIncidentCases, resolveIncident, unlinkIncidentCase } from './conduct-incident.ts';
import { openIncident } from './open-incident.ts';
import { getIncident, getIncidentTimeline, listIncidents } from './read-incidents.ts';
import { suggestIncidentCases } from './suggest-cases.ts';

/** Everything under /v1/incidents. */
export function incidentOperations(deps: Pick<ApiDeps, 'store' | 'engine' | 'settings' | 'clock'>): Operation[] {
  const services = complaintServices(deps);
  return [
    openIncident(services),
    listIncidents(services),
    getIncident(services),
    changeIncident(services),
    getIncidentTimeline(services),
    linkIncidentCases(services),
    unlinkIncidentCase(services),
    suggestIncidentCases(services),
    resolveIncident(services),
  ];
}
