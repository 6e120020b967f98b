import type { z } from 'zod';
import type { Revised } from '../../store/kernel/catalog.ts';
import type { Action } from '../auth/policy.ts';
import type { Revisions, Subject } from './revision.ts';

/** One kind of thing that admins set up, as it appears in the API. */
export interface SetupResource<Row extends Revised & { name: string }, Creation, Change, Shown> {
  subject: Subject<Row>;
  revisions: Revisions<Row>;
  /** For instance /v1/offices. */
  path: string;
  /** In operation ids and in answers: `{office: …}`, `createOffice`, `listOffices`. */
  names: { one: string; many: string };
  tag: string;
  list(): Promise<Row[]>;
  schemas: { create: z.ZodType<Creation>; change: z.ZodType<Change>; shown: z.ZodType<Shown> };
  /** More fields by which the list is filtered, by equality with the row's field of that name. */
  filters: Record<string, z.ZodType>;
  /** What reading takes; null when somebody else serves the reading. */
  read: Action | null;
  write: Action;
  /** False when it can only be made inactive, if at all. */
  deletable: boolean;
  /** @throws Problem when something that it names is not there */
  make(body: Creation): Promise<Row>;
  /** @throws Problem when something that it names is not there */
  changed(row: Row, body: Change): Promise<Row>;
  present(row: Row): Shown;
  /** What is shown of one alone, and not in a list: fields that are optional in `shown`. */
  detail?(row: Row): Promise<Partial<Shown>>;
  /** Whether anything refers to it, so that it cannot be deleted. */
  isUsed(row: Row): Promise<boolean>;
  /** Tells the engine of the last change, also when it is repeated. */
  announce?(row: Row): Promise<void>;
  /** What else the answer to its creation says, once. */
  firstAnswer?: { fields: Record<string, z.ZodType>; of(row: Row): Promise<Record<string, unknown>> };
}
