import type { Connection, Model } from 'mongoose';
import { storeSchema } from '../kernel/store-schema.ts';
import type { Stored } from '../kernel/stored-document.ts';
import type { InformationSystem } from './system-repository.ts';

export type SystemDocument = Stored<InformationSystem, 'systemId'>;

export function systemModel(connection: Connection): Model<SystemDocument> {
  const schema = storeSchema<SystemDocument>({
    _id: String,
    name: String,
    deskId: String,
    active: Boolean,
    version: Number,
  });
  return connection.model<SystemDocument>('System', schema, 'systems');
}
