import { Schema, type Connection, type Model } from 'mongoose';
import { storeSchema } from '../kernel/store-schema.ts';
import type { Change } from './change-repository.ts';

export interface ChangeDocument extends Change {
  /** subject/version: of two writers of one version, the unique index takes one. */
  _id: string;
  /** kind/subjectId */
  subject: string;
}

export function changeModel(connection: Connection): Model<ChangeDocument> {
  const schema = storeSchema<ChangeDocument>({
    _id: String,
    subject: String,
    no: Number,
    kind: String,
    subjectId: String,
    version: Number,
    at: String,
    actorId: String,
    action: String,
    before: Schema.Types.Mixed,
    after: Schema.Types.Mixed,
    hash: String,
    contentHash: String,
    salt: String,
  });
  schema.index({ no: 1 }, { unique: true });
  schema.index({ subject: 1, version: 1 });
  return connection.model<ChangeDocument>('Change', schema, 'changes');
}
