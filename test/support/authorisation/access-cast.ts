import { accessTable } from './access-table.ts';

/** A column of the table. */
export interface Person {
  /** The account's id and user name. */
  id: string;
  column: string;
  role: 'submitter' | 'agent' | 'supervisor' | 'admin';
  tier: 'tier-1' | 'tier-2' | null;
  /** Of the office 124 or the desk `lain`: nothing that a case of office 123 at the desk `layanan` is about. */
  isElsewhere: boolean;
}

const person = (column: string, id: string, role: Person['role'], isElsewhere = false): Person => ({
  ...{ id, column, role, isElsewhere },
  tier: column.includes('tier-1') ? 'tier-1' : column.includes('tier-2') ? 'tier-2' : null,
});

/** In the order of the table's columns. */
export const cast: Person[] = [
  person('submitter', 'xyz', 'submitter'),
  person('tier-1', 'petugas-a', 'agent'),
  person('tier-2', 'petugas-q', 'agent'),
  person('supervisor', 'pengawas', 'supervisor'),
  person('admin', 'admin', 'admin'),
  person('submitter elsewhere', 'def', 'submitter', true),
  person('tier-1 elsewhere', 'agen-lain', 'agent', true),
  person('tier-2 elsewhere', 'agen-lain-2', 'agent', true),
  person('supervisor elsewhere', 'pengawas-lain', 'supervisor', true),
];

export const relations = ['own', "another's", 'waiting'] as const;
type Relation = (typeof relations)[number];

/** `only`: there is nothing that could be somebody's. */
type CellKind = Relation | 'only';

const outcomes = { Y: 'done', N: 'forbidden', H: 'hidden', C: 'refused by the case', U: 'unknown' } as const;
export type Outcome = (typeof outcomes)[keyof typeof outcomes];

/** One field of the table: a call, by whom, on what, and how it is to be answered. */
export interface Cell {
  operationId: string;
  /** After the colon; '' for the usual way. */
  how: string;
  person: Person;
  kind: CellKind;
  expected: Outcome;
}

function cellsOf(line: string): Cell[] {
  const [name = '', ...fields] = line.split(/\s+/).filter((field) => field !== '|');
  const [operationId = '', how = ''] = name.split(':');
  if (fields.length !== cast.length) throw new Error(`${name}: ${fields.length} fields instead of ${cast.length}`);
  return cast.flatMap((person, column) => {
    const letters = [...(fields[column] ?? '')];
    const kinds: readonly CellKind[] = letters.length === 1 ? ['only'] : relations;
    if (letters.length !== kinds.length) throw new Error(`${name}: one letter or three, not ${letters.join('')}`);
    return letters.flatMap((letter, index): Cell[] => {
      if (letter === '.') return [];
      if (!(letter in outcomes)) throw new Error(`${name}: no such letter: ${letter}`);
      const expected = outcomes[letter as keyof typeof outcomes];
      return [{ operationId, how, person, kind: kinds[index] ?? 'only', expected }];
    });
  });
}

const [, ...lines] = accessTable.split('\n').filter((line) => line.trim() !== '');

export const cells: Cell[] = lines.flatMap(cellsOf);
