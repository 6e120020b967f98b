import type { Connection, Model } from 'mongoose';
import { storeSchema } from '../kernel/store-schema.ts';
import type { Presence } from './presence-repository.ts';

/** `_id` is the case and the person. */
export interface PresenceDocument extends Presence {
  _id: string;
  /** The day of `seenAt`. */
  writtenDay: string;
}

export function presenceModel(connection: Connection): Model<PresenceDocument> {
  const schema = storeSchema<PresenceDocument>({
    _id: String,
    caseId: String,
    userId: String,
    seenAt: String,
    writtenDay: String,
  });
  schema.index({ caseId: 1 });
  schema.index({ writtenDay: 1 });
  return connection.model<PresenceDocument>('Presence', schema, 'presences');
}
