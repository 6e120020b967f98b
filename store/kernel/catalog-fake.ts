import type { Catalog, Revised } from './catalog.ts';
import { FakeTable } from './fake-table.ts';

export function fakeCatalog<Row extends Record<Key, string> & Revised, Key extends keyof Row & string>(
  key: Key,
): Catalog<Row> {
  const table = new FakeTable<Row>();
  return {
    async insert(row) {
      return table.insert(row[key], row);
    },
    async find(id) {
      return table.get(id);
    },
    async list() {
      return table.where().sort((one, other) => (one[key] < other[key] ? -1 : 1));
    },
    async record(row) {
      const recorded = table.get(row[key]);
      if (recorded === null || (recorded.version ?? 1) >= (row.version ?? 1)) return false;
      table.put(row[key], { ...recorded, ...row });
      return true;
    },
    async remove(id) {
      table.remove(id);
    },
  };
}
