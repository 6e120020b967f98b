import type { IncidentRefusal } from '../../workflows/incident/incident-errors.ts';
import type { IncidentView } from '../../workflows/incident/incident-types.ts';
import type { ComplaintServices } from '../complaints/complaint-services.ts';
import type { IncidentAction } from '../engine/incident-engine.ts';
import { entityTag } from '../http/entity-tag.ts';
import { Problem } from '../http/problem.ts';

/** Seconds after which it makes sense to ask again while no worker answers. */
const retrySoon = { 'Retry-After': '2' };

function refusalProblem({ code, version }: IncidentRefusal): Problem | Error {
  switch (code) {
    case 'NotStaff':
      return new Problem('forbidden');
    case 'Resolved':
      return new Problem('incident_resolved');
    case 'NotLinked':
      return new Problem('not_found');
    case 'Full':
      return new Problem('incident_full');
    case 'VersionMismatch':
      return new Problem('version_mismatch', { members: { version }, headers: { ETag: entityTag(version) } });
    case 'Malformed':
      return new Error('the incident found a message of ours malformed');
  }
}

/**
 * Has something done by the incident's workflow, which alone knows how it stands.
 * @throws Problem why it was refused; nothing was changed then
 */
export async function actOnIncident(
  { engine, store }: Pick<ComplaintServices, 'engine' | 'store'>,
  incidentId: string,
  action: IncidentAction,
): Promise<IncidentView> {
  const outcome = await engine.actOnIncident(incidentId, action);
  switch (outcome.kind) {
    case 'done':
      return outcome.view;
    case 'refused':
      throw refusalProblem(outcome.refusal);
    case 'notRunning': {
      // Over: what it was resolved with is answered again.
      const view = await store.incidents.find(incidentId);
      const isRepeated = action.name === 'resolve' && view?.resolutionId === action.message.resolutionId;
      if (view !== null && (isRepeated || action.name === 'confirm')) return view;
      throw new Problem('incident_resolved');
    }
    case 'unanswered':
      throw new Problem('worker_unavailable', { headers: retrySoon });
  }
}
