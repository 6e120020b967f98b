import { isPublished } from '../../store/incidents/incident-repository.ts';
import type { Store } from '../../store/store.ts';
import type { IncidentView } from '../../workflows/incident/incident-types.ts';

/** An incident as somebody asked for it; it fits the policy as a resource. */
export interface FoundIncident {
  view: IncidentView;
  deskId: string;
  isPublished: boolean;
}

export async function findIncident(store: Store, incidentId: string): Promise<FoundIncident | null> {
  const view = await store.incidents.find(incidentId);
  return view === null ? null : { view, deskId: view.deskId, isPublished: isPublished(view) };
}
