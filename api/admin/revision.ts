import { isDeepStrictEqual } from 'node:util';
import type { ChangeKind, ChangeRepository } from '../../store/changes/change-repository.ts';
import type { Revised } from '../../store/kernel/catalog.ts';
import { demandVersion } from '../http/entity-tag.ts';
import { Problem } from '../http/problem.ts';

/** One kind of thing that admins set up, as far as changing and auditing it goes. */
export interface Subject<Row extends Revised> {
  kind: ChangeKind;
  idOf(row: Row): string;
  find(id: string): Promise<Row | null>;
  insert(row: Row): Promise<boolean>;
  record(row: Row): Promise<boolean>;
  remove(id: string): Promise<void>;
  /** What an admin can set, without secrets: what the audit keeps, and what decides whether anything has changed. */
  snapshot(row: Row): Record<string, unknown>;
}

/** Who changes something, and when. */
export interface Author {
  actorId: string;
  at: string;
}

export interface Revision<Row> extends Author {
  action: string;
  /** Whether what was before is kept out of the audit: it is to be forgotten. */
  forgets?: boolean;
  ifMatch?: number[] | null | undefined;
  /** The row as it is to be; may refuse by throwing a Problem. Called again when another writer was first. */
  change(row: Row): Row | Promise<Row>;
}

/**
 * The only way in which the set-up is written. Contract:
 * 1. A version belongs to whoever appends its change: of racing writers one wins, the others look again (or get 412).
 * 2. Nothing is in force that is not in the audit. A writer who dies in between leaves a change that the next one, or a
 *    repetition, puts in force.
 * 3. What changes nothing is not written, so that sending it again is harmless.
 */
export function revisions<Row extends Revised>(changes: ChangeRepository, subject: Subject<Row>) {
  const { kind } = subject;
  const versionOf = (row: Row) => row.version ?? 1;

  const append = (subjectId: string, author: Author & { action: string }, step: Step): Promise<boolean> => {
    const { actorId, action, at } = author;
    return changes.append({ kind, subjectId, actorId, action, at, ...step });
  };

  /** The row, after putting in force what an interrupted writer left. */
  const current = async (id: string): Promise<Row | null> => {
    const [row, latest] = await Promise.all([subject.find(id), changes.latest({ kind, subjectId: id })]);
    if (row === null || latest === null || latest.version <= versionOf(row)) return row;
    if (latest.after === null) {
      await subject.remove(id);
      return null;
    }
    const completed = { ...row, ...latest.after, version: latest.version };
    await subject.record(completed);
    return completed;
  };

  return {
    current,

    /** @throws Problem id_taken */
    async create(row: Row, author: Author): Promise<Row> {
      const id = subject.idOf(row);
      for (;;) {
        if ((await subject.find(id)) !== null) throw new Problem('id_taken');
        // Something of this name may have been here before, and its numbers are used up.
        const version = ((await changes.latest({ kind, subjectId: id }))?.version ?? 0) + 1;
        const made = version === 1 ? row : { ...row, version };
        const step = { version, before: null, after: subject.snapshot(row) };
        if (!(await append(id, { ...author, action: 'created' }, step))) continue;
        if (await subject.insert(made)) return made;
        throw new Problem('id_taken');
      }
    },

    /** @throws Problem not_found, version_mismatch */
    async revise(id: string, { ifMatch, change, forgets = false, ...author }: Revision<Row>): Promise<Row> {
      for (;;) {
        const row = await current(id);
        if (row === null) throw new Problem('not_found');
        demandVersion(ifMatch, versionOf(row));
        const next = await change(row);
        const [before, after] = [subject.snapshot(row), subject.snapshot(next)];
        if (isDeepStrictEqual(before, after)) return row;
        const version = versionOf(row) + 1;
        if (!(await append(id, author, { version, before: forgets ? null : before, after }))) continue;
        await subject.record({ ...next, version });
        return { ...next, version };
      }
    },

    /** @throws Problem not_found, version_mismatch */
    async remove(id: string, { ifMatch, ...author }: Author & Pick<Revision<Row>, 'ifMatch'>): Promise<void> {
      for (;;) {
        const row = await current(id);
        if (row === null) throw new Problem('not_found');
        demandVersion(ifMatch, versionOf(row));
        const step = { version: versionOf(row) + 1, before: subject.snapshot(row), after: null };
        if (!(await append(id, { ...author, action: 'deleted' }, step))) continue;
        return subject.remove(id);
      }
    },
  };
}

interface Step {
  version: number;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

export type Revisions<Row extends Revised> = ReturnType<typeof revisions<Row>>;
