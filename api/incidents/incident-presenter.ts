import type { Store } from '../../store/store.ts';
import type { IncidentView } from '../../workflows/incident/incident-types.ts';
import type { Actor } from '../auth/actor.ts';
import { can } from '../auth/policy.ts';
import type { Directory } from '../complaints/complaint-directory.ts';
import type { PresentedIncident } from './incident-schemas.ts';

interface PresenterDeps {
  store: Store;
  directory: Directory;
}

/** The only way for an incident to leave the API: the notice for everyone, all of it for the staff of its desk. */
export async function presentIncident(
  deps: PresenterDeps,
  view: IncidentView,
  actor: Actor,
  { brief = false }: { brief?: boolean } = {},
): Promise<PresentedIncident> {
  const { caseCount, incidentId, notice, status, systemId, title } = view;
  const common = { id: incidentId, systemId, title, ...(notice === null ? {} : { notice }), status, caseCount };
  if (!can(actor, 'incident.act', { deskId: view.deskId })) return common;
  return { ...common, ...(await internalPart(deps, view, brief)) };
}

async function internalPart({ directory, store }: PresenterDeps, view: IncidentView, brief: boolean) {
  const { cases, deskId, dueAt, openedAt, openedBy, overdue, resolutionId, resolvedAt, resolvedBy } = view;
  const names = await directory.people(resolvedBy === null ? [openedBy] : [openedBy, resolvedBy]);
  const named = (id: string) => ({ id, name: names.get(id) ?? id });
  const [text] = brief || resolutionId === null ? [] : await store.messages.findMany([resolutionId]);
  return {
    ...{ deskId, openedBy: named(openedBy), openedAt, overdue, resolvedCount: view.resolvedCount },
    ...(dueAt === null ? {} : { dueAt }),
    ...(resolvedAt === null ? {} : { resolvedAt }),
    ...(resolvedBy === null ? {} : { resolvedBy: named(resolvedBy) }),
    ...(text === undefined ? {} : { resolution: text.text }),
    ...(brief ? {} : { complaints: cases.map(({ caseId, number, officeId }) => ({ id: caseId, number, officeId })) }),
    version: view.version,
  };
}
