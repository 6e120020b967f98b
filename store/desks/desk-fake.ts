import { FakeTable } from '../kernel/fake-table.ts';
import { StaleVersion } from '../store-errors.ts';
import type { Desk, DeskRepository } from './desk-repository.ts';

export function fakeDesks(): DeskRepository {
  const table = new FakeTable<Desk>();
  return {
    async insert(desk) {
      return table.insert(desk.deskId, desk);
    },
    async find(deskId) {
      return table.get(deskId);
    },
    async list() {
      return table.where().sort((one, other) => (one.deskId < other.deskId ? -1 : 1));
    },
    async saveSettings(deskId, settings, expectedVersion) {
      const desk = table.get(deskId);
      if (desk === null) return null;
      if (expectedVersion !== undefined && expectedVersion !== desk.version) throw new StaleVersion(desk.version);
      const saved = { ...desk, settings, version: desk.version + 1 };
      table.put(deskId, saved);
      return structuredClone(saved);
    },
    async record(desk) {
      const recorded = table.get(desk.deskId);
      if (recorded === null || recorded.version >= desk.version) return false;
      table.put(desk.deskId, desk);
      return true;
    },
  };
}
