import type { Connection } from 'mongoose';
import { mongoCatalog } from '../kernel/catalog-mongo.ts';
import { officeServerModel } from './office-server-model.ts';
import type { OfficeServer, OfficeServerRepository } from './office-server-repository.ts';

export function mongoOfficeServers(connection: Connection): OfficeServerRepository {
  return mongoCatalog<OfficeServer, 'serverId'>(officeServerModel(connection), 'serverId');
}
