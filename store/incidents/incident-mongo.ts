import { trusted, type Connection, type QueryFilter } from 'mongoose';
import type { IncidentView } from '../../workflows/incident/incident-types.ts';
import { writeIfNewer } from '../kernel/newer-version.ts';
import { readModelVersions } from '../kernel/schema-version.ts';
import { toDocument, toRow } from '../kernel/stored-document.ts';
import { incidentModel, type IncidentDocument } from './incident-model.ts';
import {
  isPublished,
  type IncidentFilter,
  type IncidentPosition,
  type IncidentRepository,
} from './incident-repository.ts';

export function mongoIncidents(connection: Connection): IncidentRepository {
  const model = incidentModel(connection);
  return {
    async record(view) {
      const fields = { published: isPublished(view), schemaVersion: readModelVersions.incidents };
      return writeIfNewer(model, { ...toDocument('incidentId', view), ...fields });
    },
    async find(incidentId) {
      const found = await model.findById(incidentId).lean<IncidentDocument>();
      return found === null ? null : toView(found);
    },
    async list(filter, { limit, after }) {
      const found = await model
        .find(queryOf(filter, after))
        .sort({ openedAt: -1, _id: -1 })
        .limit(limit)
        .lean<IncidentDocument[]>();
      return found.map(toView);
    },
  };
}

function queryOf(filter: IncidentFilter, after: IncidentPosition | undefined): QueryFilter<IncidentDocument> {
  const equal = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  if (after === undefined) return equal;
  const { incidentId, openedAt } = after;
  return { ...equal, $or: [{ openedAt: trusted({ $lt: openedAt }) }, { openedAt, _id: trusted({ $lt: incidentId }) }] };
}

function toView({ published: _published, schemaVersion: _form, ...document }: IncidentDocument): IncidentView {
  return toRow<IncidentView, 'incidentId'>('incidentId', document);
}
