import type { Connection, Model } from 'mongoose';
import type { IncidentView } from '../../workflows/incident/incident-types.ts';
import type { SchemaVersioned } from '../kernel/schema-version.ts';
import { partSchema, storeSchema } from '../kernel/store-schema.ts';
import type { Stored } from '../kernel/stored-document.ts';

export interface IncidentDocument extends Stored<IncidentView, 'incidentId'>, SchemaVersioned {
  /** Whether everybody may see it: look-ups are by equality. */
  published: boolean;
}

export function incidentModel(connection: Connection): Model<IncidentDocument> {
  const linked = partSchema<IncidentView['cases'][number]>({ caseId: String, number: String, officeId: String });
  const schema = storeSchema<IncidentDocument>({
    _id: String,
    workflowId: String,
    deskId: String,
    systemId: String,
    title: String,
    notice: String,
    status: String,
    caseCount: Number,
    resolvedCount: Number,
    cases: [linked],
    openedBy: String,
    openedAt: String,
    overdue: Boolean,
    dueAt: String,
    resolvedAt: String,
    resolvedBy: String,
    resolutionId: String,
    payloadHash: String,
    updatedAt: String,
    version: Number,
    published: Boolean,
    schemaVersion: Number,
  });
  for (const field of ['deskId', 'systemId', 'status', 'published']) {
    schema.index({ [field]: 1, openedAt: -1, _id: -1 });
  }
  return connection.model<IncidentDocument>('Incident', schema, 'incidents');
}
