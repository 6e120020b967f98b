import { stringify } from 'csv-stringify/sync';
import { guardedCell } from '../exchange/csv-cells.ts';

type Cell = string | number | boolean | null;
type Line = { [column: string]: Cell | Line };

/** `{toAssigned: {count: 1}}` becomes `{toAssignedCount: 1}`. */
function flat(line: Line): Record<string, Cell> {
  const cells = Object.entries(line).flatMap(([name, value]): [string, Cell][] => {
    if (value === null || typeof value !== 'object') return [[name, value]];
    return Object.entries(flat(value)).map(([inner, cell]) => [
      name + inner.charAt(0).toUpperCase() + inner.slice(1),
      cell,
    ]);
  });
  return Object.fromEntries(cells);
}

/** A number is no formula, also a negative one; a name may be. */
function cellOf(value: Cell | undefined): string {
  return typeof value === 'number' ? String(value) : guardedCell(value);
}

/** One table of all lines, with every column that one of them has. */
export function csvOf(lines: object[]): string {
  const rows = lines.map((line) => flat(line as Line));
  const columns = [...new Set(rows.flatMap(Object.keys))];
  return stringify([columns, ...rows.map((row) => columns.map((column) => cellOf(row[column])))]);
}
