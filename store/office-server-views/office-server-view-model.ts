import type { Connection, Model } from 'mongoose';
import type { OfficeServerView } from '../../workflows/office-server/office-server-types.ts';
import type { SchemaVersioned } from '../kernel/schema-version.ts';
import { partSchema, storeSchema } from '../kernel/store-schema.ts';
import { sessionFields } from '../server-sessions/server-session-fields.ts';

/** `_id` is the server's id. */
export interface OfficeServerViewDocument extends Omit<OfficeServerView, 'serverId' | 'state'>, SchemaVersioned {
  _id: string;
  /** JSON text: only the workflow itself reads it. */
  state: string;
}

export function officeServerViewModel(connection: Connection): Model<OfficeServerViewDocument> {
  const session = partSchema<OfficeServerView['sessions'][number]>({ sessionId: String, ...sessionFields });
  const schema = storeSchema<OfficeServerViewDocument>({
    _id: String,
    officeId: String,
    limit: Number,
    lastToken: Number,
    sessions: [session],
    queue: [session],
    state: String,
    version: Number,
    schemaVersion: Number,
  });
  return connection.model<OfficeServerViewDocument>('OfficeServerView', schema, 'officeServerViews');
}
