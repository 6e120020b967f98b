import type { Connection } from 'mongoose';
import { mongoCatalog } from '../kernel/catalog-mongo.ts';
import { systemModel } from './system-model.ts';
import type { InformationSystem, SystemRepository } from './system-repository.ts';

export function mongoSystems(connection: Connection): SystemRepository {
  return mongoCatalog<InformationSystem, 'systemId'>(systemModel(connection), 'systemId');
}
