import { FakeTable } from '../kernel/fake-table.ts';
import type { InformationSystem, SystemRepository } from './system-repository.ts';

export function fakeSystems(): SystemRepository {
  const table = new FakeTable<InformationSystem>();
  return {
    async insert(system) {
      return table.insert(system.systemId, system);
    },
    async find(systemId) {
      return table.get(systemId);
    },
    async list() {
      return table.where().sort((one, other) => (one.systemId < other.systemId ? -1 : 1));
    },
  };
}
