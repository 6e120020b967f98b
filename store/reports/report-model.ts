import type { Connection, Model } from 'mongoose';
import { storeSchema } from '../kernel/store-schema.ts';
import type { Stored } from '../kernel/stored-document.ts';
import type { Report } from './report-repository.ts';

/** Flat, because the fallback store serves only top-level fields from an index. */
export interface ReportDocument extends Omit<Stored<Report, 'reportId'>, 'candidate'> {
  candidateCaseId: string;
  candidateNumber: string;
  /** Says again what `placedCaseId` says, as an equality that leaves few documents. */
  placement: 'pending' | 'placed';
  /** deskId/YYYY-MM-DD of what was added to a case knowingly, and only there: few among many. */
  knowinglyOn?: string;
}

export function reportModel(connection: Connection): Model<ReportDocument> {
  const schema = storeSchema<ReportDocument>({
    _id: String,
    submitterId: String,
    enteredById: String,
    deskId: String,
    officeId: String,
    systemId: String,
    serverId: String,
    category: String,
    title: String,
    description: String,
    attachmentIds: [String],
    incidentId: String,
    fingerprint: String,
    payloadHash: String,
    receivedAt: String,
    placedCaseId: String,
    candidateCaseId: String,
    candidateNumber: String,
    placement: String,
    knowingly: Boolean,
    knowinglyOn: String,
    // Most reports have none.
    detachedFromIds: { type: [String], default: undefined },
  });
  schema.index({ candidateNumber: 1 }, { unique: true });
  schema.index({ candidateCaseId: 1 });
  schema.index({ fingerprint: 1, submitterId: 1 });
  schema.index({ submitterId: 1 });
  schema.index({ enteredById: 1 });
  schema.index({ knowinglyOn: 1 });
  schema.index({ placedCaseId: 1, receivedAt: 1, _id: 1 });
  schema.index({ placement: 1, receivedAt: 1, _id: 1 });
  return connection.model<ReportDocument>('Report', schema, 'reports');
}
