import type { Model } from 'mongoose';
import type { Catalog, Revised } from './catalog.ts';
import { insertOnce } from './insert-once.ts';
import { updateIfNewer } from './newer-version.ts';
import { toDocument, toRow, type Stored } from './stored-document.ts';

export function mongoCatalog<Row extends Record<Key, string> & Revised, Key extends keyof Row & string>(
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
    async record(row) {
      return updateIfNewer(model, toDocument<Row, Key>(key, row));
    },
    async remove(id) {
      await model.deleteOne({ _id: id });
    },
  };
}
