import type { IncidentView } from '../../workflows/incident/incident-types.ts';
import { FakeTable } from '../kernel/fake-table.ts';
import { newestIncidentFirst } from './incident-order.ts';
import { isPublished, type IncidentFilter, type IncidentRepository } from './incident-repository.ts';

export function fakeIncidents(): IncidentRepository {
  const table = new FakeTable<IncidentView>();
  return {
    async record(view) {
      const recorded = table.get(view.incidentId);
      if (recorded !== null && recorded.version >= view.version) return false;
      table.put(view.incidentId, view);
      return true;
    },
    async find(incidentId) {
      return table.get(incidentId);
    },
    async list(filter, { limit, after }) {
      const found = table.where(
        (view) => matches(view, filter) && (after === undefined || newestIncidentFirst(after, view) < 0),
      );
      return found.sort(newestIncidentFirst).slice(0, limit);
    },
  };
}

function matches(view: IncidentView, { deskId, published, status, systemId }: IncidentFilter): boolean {
  return (
    (deskId === undefined || view.deskId === deskId) &&
    (systemId === undefined || view.systemId === systemId) &&
    (status === undefined || view.status === status) &&
    (published === undefined || isPublished(view))
  );
}
