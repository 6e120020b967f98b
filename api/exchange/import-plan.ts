import { isDeepStrictEqual } from 'node:util';
import { Problem } from '../http/problem.ts';
import { unsafeParts } from '../http/unsafe-parts.ts';
import { faultsOf } from '../http/validation-faults.ts';
import type { ImportLine, LineError } from './import-lines.ts';
import { valueOfCell, type Table, type TableKind } from './setup-tables.ts';

/** What one good line comes to. */
export type PlannedLine = { id: string } & (
  { kind: 'created'; body: unknown } | { kind: 'updated'; change: unknown } | { kind: 'unchanged' }
);

/** Checks every line as if it were a call of its own. Writes nothing. */
export async function planImport(
  table: Table,
  kind: TableKind,
  lines: ImportLine[],
): Promise<{ planned: PlannedLine[]; errors: LineError[] }> {
  const planned: PlannedLine[] = [];
  const errors: LineError[] = [];
  const seen = new Set<string>();
  for (const { line, cells } of lines) {
    const id = cells['id'] ?? '';
    if (seen.has(id)) errors.push({ line, column: 'id', code: 'repeated_line' });
    else {
      seen.add(id);
      try {
        planned.push(await planLine(table, kind, cells, id));
      } catch (error) {
        errors.push(...lineErrors(error, line));
      }
    }
  }
  return { planned, errors };
}

async function planLine(
  table: Table,
  kind: TableKind,
  cells: Record<string, string>,
  id: string,
): Promise<PlannedLine> {
  const values = Object.entries(cells).map(([column, cell]) => [column, valueOfCell(kind, column, cell)] as const);
  const body: unknown = Object.fromEntries(values.filter(([, value]) => value !== undefined));
  const unsafe = unsafeParts(body, 'body');
  if (unsafe.length > 0) throw new Problem('validation_failed', { faults: unsafe });
  const creation = parsed(table.schemas.create, body);
  const row = await table.revisions.current(id);
  if (row === null) {
    await table.make(creation);
    return { id, kind: 'created', body: creation };
  }
  const { id: _id, username, ...rest } = body as Record<string, unknown>;
  const known = table.subject.snapshot(row)['username'];
  if (username !== undefined && known !== undefined && username !== known) {
    const values = { expected: String(known as string) };
    throw new Problem('validation_failed', {
      faults: [{ in: 'body', pointer: '#/username', code: 'not_allowed', values }],
    });
  }
  const change = parsed(table.schemas.change, rest);
  const next = await table.changed(row, change);
  const isSame = isDeepStrictEqual(table.subject.snapshot(next), table.subject.snapshot(row));
  return isSame ? { id, kind: 'unchanged' } : { id, kind: 'updated', change };
}

function parsed(schema: Table['schemas']['create'], body: unknown): unknown {
  const result = schema.safeParse(body, { reportInput: true });
  if (result.success) return result.data;
  throw new Problem('validation_failed', { faults: faultsOf(result.error.issues, 'body') });
}

function lineErrors(error: unknown, line: number): LineError[] {
  if (!(error instanceof Problem)) throw error;
  const { faults } = error.options;
  if (!faults) return [{ line, column: '', code: error.code }];
  return faults.map(({ pointer, code, values }) => ({
    ...{ line, column: pointer.split('/')[1] ?? '', code },
    ...(values && { values }),
  }));
}
