import type { Expiring } from './expiring.ts';
import type { FakeTable } from './fake-table.ts';

/** `writtenAt` and `idOf` say where a row keeps its time and id. */
export function fakeExpiring<Row>(
  table: FakeTable<Row>,
  {
    idOf,
    writtenAt,
    mayGo = () => true,
  }: { idOf(row: Row): string; writtenAt(row: Row): string; mayGo?(row: Row): boolean },
): Expiring {
  return {
    async writtenOn(day, { after = '', limit }) {
      const found = table.where((row) => writtenAt(row).startsWith(day) && idOf(row) > after && mayGo(row));
      return found.map(idOf).sort().slice(0, limit);
    },
    async removeMany(ids) {
      const going = table.getMany(ids).filter(mayGo);
      for (const row of going) table.remove(idOf(row));
      return going.length;
    },
  };
}
