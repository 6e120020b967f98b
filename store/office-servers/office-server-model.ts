import type { Connection, Model } from 'mongoose';
import { storeSchema } from '../kernel/store-schema.ts';
import type { Stored } from '../kernel/stored-document.ts';
import type { OfficeServer } from './office-server-repository.ts';

export type OfficeServerDocument = Stored<OfficeServer, 'serverId'>;

export function officeServerModel(connection: Connection): Model<OfficeServerDocument> {
  const schema = storeSchema<OfficeServerDocument>({
    _id: String,
    officeId: String,
    name: String,
    sessionLimit: Number,
    active: Boolean,
    version: Number,
    address: String,
  });
  return connection.model<OfficeServerDocument>('OfficeServer', schema, 'officeServers');
}
