import type { IncidentStatus, IncidentView } from '../../workflows/incident/incident-types.ts';

export interface IncidentFilter {
  deskId?: string;
  systemId?: string;
  status?: IncidentStatus;
  /** Only open ones with a notice: what everybody may see. */
  published?: true;
}

/** A place in the list: newest first, ties by id. */
export interface IncidentPosition {
  openedAt: string;
  incidentId: string;
}

/** The read model of incidents. The incident workflow decides; this records. */
export interface IncidentRepository {
  /** Writes the view unless a newer or equal version is recorded already: then nothing changes and it answers false. */
  record(view: IncidentView): Promise<boolean>;
  find(incidentId: string): Promise<IncidentView | null>;
  /** Newest first, after `after`. */
  list(filter: IncidentFilter, page: { limit: number; after?: IncidentPosition }): Promise<IncidentView[]>;
}

/** Whether everybody may see it. */
export function isPublished({ notice, status }: Pick<IncidentView, 'notice' | 'status'>): boolean {
  return status === 'open' && notice !== null;
}
