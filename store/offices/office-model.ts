import type { Connection, Model } from 'mongoose';
import { storeSchema } from '../kernel/store-schema.ts';
import type { Stored } from '../kernel/stored-document.ts';
import type { Office } from './office-repository.ts';

export type OfficeDocument = Stored<Office, 'officeId'>;

export function officeModel(connection: Connection): Model<OfficeDocument> {
  return connection.model<OfficeDocument>(
    'Office',
    storeSchema<OfficeDocument>({ _id: String, name: String, active: Boolean, version: Number }),
    'offices',
  );
}
