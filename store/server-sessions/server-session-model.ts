import type { Connection, Model } from 'mongoose';
import type { SessionRecord } from '../../workflows/office-server/office-server-types.ts';
import { storeSchema } from '../kernel/store-schema.ts';
import { sessionFields } from './server-session-fields.ts';

/** `_id` is the session's id. */
export interface ServerSessionDocument extends Omit<SessionRecord, 'sessionId'> {
  _id: string;
  /** YYYY-MM-DD of the request: look-ups are by equality. */
  day: string;
}

export function serverSessionModel(connection: Connection): Model<ServerSessionDocument> {
  const schema = storeSchema<ServerSessionDocument>({ _id: String, ...sessionFields, day: String });
  schema.index({ caseId: 1 });
  schema.index({ day: 1 });
  return connection.model<ServerSessionDocument>('ServerSession', schema, 'serverSessions');
}
