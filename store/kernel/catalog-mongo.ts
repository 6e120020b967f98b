import type { Model } from 'mongoose';
import { insertOnce } from './insert-once.ts';
import { toDocument, toRow, type Stored } from './stored-document.ts';

/** A few things with ids that rarely change: offices, systems, office servers. */
export interface Catalog<Row> {
  insert(row: Row): Promise<boolean>;
  find(id: string): Promise<Row | null>;
  list(): Promise<Row[]>;
}

export function mongoCatalog<Row extends Record<Key, string>, Key extends keyof Row & string>(
  model: Model<Stored<Row, Key>>,
  key: Key,
): Catalog<Row> {
  return {
    async insert(row) {
      return insertOnce(model, toDocument<Row, Key>(key, row));
    },
    async find(id) {
      const found = await model.findById(id).lean<Stored<Row, Key>>();
      return found === null ? null : toRow<Row, Key>(key, found);
    },
    async list() {
      const found = await model.find().sort('_id').lean<Stored<Row, Key>[]>();
      return found.map((document) => toRow<Row, Key>(key, document));
    },
  };
}
