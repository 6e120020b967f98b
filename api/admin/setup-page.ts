import { z } from 'zod';
import type { Revised } from '../../store/kernel/catalog.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';

const place = z.strictObject({ after: z.string() });

interface PageQuery {
  q?: string | undefined;
  active?: 'true' | 'false' | undefined;
  limit: number;
  cursor?: string | undefined;
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

/**
 * A page of a list that is short enough to be read whole: a few thousand people at most.
 *
 * @param rows in order of id
 * @throws Problem invalid_cursor
 */
export function pageOfRows<Row extends Revised & { name: string }>(
  rows: Row[],
  idOf: (row: Row) => string,
  { q = '', active, limit, cursor }: PageQuery,
): { items: Row[]; nextCursor: string | null } {
  const after = cursor === undefined ? '' : decodeCursor(cursor, place).after;
  const words = folded(q).split(/\s+/);
  const found = rows.filter((row) => {
    const text = folded(`${idOf(row)} ${row.name}`);
    const fits = active === undefined || String(row.active ?? true) === active;
    return idOf(row) > after && fits && words.every((word) => text.includes(word));
  });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: found.length > limit && last ? encodeCursor({ after: idOf(last) }) : null };
}
