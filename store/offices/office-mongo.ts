import type { Connection } from 'mongoose';
import { mongoCatalog } from '../kernel/catalog-mongo.ts';
import { officeModel } from './office-model.ts';
import type { Office, OfficeRepository } from './office-repository.ts';

export function mongoOffices(connection: Connection): OfficeRepository {
  return mongoCatalog<Office, 'officeId'>(officeModel(connection), 'officeId');
}
