import type { Connection, Model } from 'mongoose';
import type { CaseView } from '../../workflows/complaint/complaint-types.ts';
import type { SchemaVersioned } from '../kernel/schema-version.ts';
import { storeSchema } from '../kernel/store-schema.ts';
import type { Stored } from '../kernel/stored-document.ts';
import type { CaseLookupFields } from './case-lookup-fields.ts';

export type CaseDocument = Stored<CaseView, 'caseId'> &
  CaseLookupFields &
  SchemaVersioned & { recordedAt?: string; slot?: string };

const viewFields = {
  _id: String,
  number: String,
  workflowId: String,
  runId: String,
  // Most cases are never corrected.
  otherFingerprints: { type: [String], default: undefined },
  previousCaseId: String,
  deskId: String,
  officeId: String,
  systemId: String,
  serverId: String,
  category: String,
  title: String,
  fingerprint: String,
  status: String,
  tier: String,
  attempt: Number,
  agentId: String,
  formerAgentIds: [String],
  reportCount: Number,
  reporterIds: [String],
  overdue: Boolean,
  acknowledgeBy: String,
  resolveBy: String,
  closesAt: String,
  assignedAt: String,
  resolutionId: String,
  ratings: [{ _id: false, reporterId: String, score: Number }],
  mergedIntoId: String,
  mergedCaseIds: [String],
  incidentId: String,
  createdAt: String,
  updatedAt: String,
  version: Number,
};

/** Each filter that stands alone, in the order of the list. */
const listed = [
  'deskId',
  'officeId',
  'systemId',
  'agentId',
  'openAgentId',
  'openOfficeId',
  'reporterIds',
  'fingerprint',
  'incidentId',
  'status',
  'receivedOn',
];

export function caseModel(connection: Connection): Model<CaseDocument> {
  const schema = storeSchema<CaseDocument>({
    ...viewFields,
    receivedOn: String,
    openAgentId: String,
    openOfficeId: String,
    searchText: String,
    recordedAt: String,
    slot: String,
    schemaVersion: Number,
  });
  schema.index({ slot: 1 });
  schema.index({ number: 1 });
  schema.index({ createdAt: -1, _id: -1 });
  for (const field of listed) schema.index({ [field]: 1, createdAt: -1, _id: -1 });
  return connection.model<CaseDocument>('Case', schema, 'cases');
}
