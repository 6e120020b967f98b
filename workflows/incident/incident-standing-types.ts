import type { IncidentView } from './incident-types.ts';

/** What no timeline entry tells of an incident; kept with the last entry of each publication. ADR 27. */
export type IncidentStanding = Pick<
  IncidentView,
  'deskId' | 'title' | 'notice' | 'payloadHash' | 'resolvedCount' | 'dueAt' | 'updatedAt' | 'version'
>;

export function incidentStanding(view: IncidentStanding): IncidentStanding {
  const { deskId, dueAt, notice, payloadHash, resolvedCount, title, updatedAt, version } = view;
  return { deskId, title, notice, payloadHash, resolvedCount, dueAt, updatedAt, version };
}
