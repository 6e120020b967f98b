import { FakeTable } from '../kernel/fake-table.ts';
import type { Office, OfficeRepository } from './office-repository.ts';

export function fakeOffices(): OfficeRepository {
  const table = new FakeTable<Office>();
  return {
    async insert(office) {
      return table.insert(office.officeId, office);
    },
    async find(officeId) {
      return table.get(officeId);
    },
    async list() {
      return table.where().sort((one, other) => (one.officeId < other.officeId ? -1 : 1));
    },
  };
}
