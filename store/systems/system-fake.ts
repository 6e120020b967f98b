import { fakeCatalog } from '../kernel/catalog-fake.ts';
import type { InformationSystem, SystemRepository } from './system-repository.ts';

export function fakeSystems(): SystemRepository {
  return fakeCatalog<InformationSystem, 'systemId'>('systemId');
}
