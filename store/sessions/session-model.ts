import type { Connection, Model } from 'mongoose';
import { storeSchema } from '../kernel/store-schema.ts';
import type { Stored } from '../kernel/stored-document.ts';
import type { Session } from './session-repository.ts';

export type SessionDocument = Stored<Session, 'tokenHash'>;

export function sessionModel(connection: Connection): Model<SessionDocument> {
  const schema = storeSchema<SessionDocument>({
    ...{ _id: String, userId: String, createdAt: String, expiresAt: String },
    ...{ lastSeenAt: String, browser: String, system: String },
  });
  schema.index({ userId: 1 });
  return connection.model<SessionDocument>('Session', schema, 'sessions');
}
