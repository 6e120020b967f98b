import { trusted, type Model, type QueryFilter, type UpdateQuery } from 'mongoose';
import { isDuplicateKey } from './driver-errors.ts';
import { KeyedQueue } from './keyed-queue.ts';

interface Versioned {
  _id: string;
  version: number;
  /** Of documents of the read model. */
  schemaVersion?: number;
}

/** More writers than this never race for the first version of one document. */
const maxAttempts = 10;

const queue = new KeyedQueue();

/**
 * Writes the document unless a newer or equal version is there: then nothing changes and it answers false. An equal one in
 * an older form (schemaVersion) is written again.
 *
 * On MongoDB the guard is atomic. On the fallback store two processes that write the same document at the same instant
 * may end with the older version until the next write; within one process the queue prevents it.
 */
export function writeIfNewer<Document extends Versioned>(model: Model<Document>, document: Document): Promise<boolean> {
  return oneAtATime(
    model,
    document._id,
    async () => (await guardedUpsert(model, document)) || (await renewed(model, document)),
  );
}

/** The same version in an older form. */
async function renewed<Document extends Versioned>(model: Model<Document>, document: Document): Promise<boolean> {
  const { _id, schemaVersion, version, ...fields } = document;
  if (schemaVersion === undefined) return false;
  const older = [{ schemaVersion: trusted({ $lt: schemaVersion }) }, { schemaVersion: null }];
  const filter = { _id, version, $or: older } as QueryFilter<Document>;
  const { matchedCount } = await model.updateOne(filter, {
    $set: { ...fields, schemaVersion },
  } as UpdateQuery<Document>);
  return matchedCount > 0;
}

async function guardedUpsert<Document extends Versioned>(model: Model<Document>, document: Document): Promise<boolean> {
  const { _id, ...fields } = document;
  const isOlder = { _id, version: trusted({ $lt: document.version }) } as QueryFilter<Document>;
  const change = { $set: fields } as UpdateQuery<Document>;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { upsertedCount, modifiedCount } = await model.updateOne(isOlder, change, { upsert: true });
      return upsertedCount + modifiedCount > 0;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      // No older version was there to update, and a document was in the way of the insert: a newer one, or the first
      // one of another writer just now, which may yet be older than this.
      const recorded = await model.findById(_id, { version: 1 }).lean<Versioned>();
      if (attempt >= maxAttempts || (recorded !== null && recorded.version >= document.version)) return false;
    }
  }
}

/**
 * Overwrites the fields of a document that is there, unless a newer or equal version is: then it answers false. One
 * without a version counts as the first. With the same limit on the fallback store as `writeIfNewer`.
 */
export function updateIfNewer<Document extends { _id: string; version?: number }>(
  model: Model<Document>,
  { _id, ...fields }: Document,
): Promise<boolean> {
  const version = fields.version ?? 1;
  if (version <= 1) return Promise.resolve(false);
  const isOlder = { _id, $or: [{ version: trusted({ $lt: version }) }, { version: null }] } as QueryFilter<Document>;
  return oneAtATime(model, _id, async () => {
    const { matchedCount } = await model.updateOne(isOlder, { $set: fields } as UpdateQuery<Document>);
    return matchedCount > 0;
  });
}

/** Runs what writes one document one after another within this process. */
export function oneAtATime<T>(model: { modelName: string }, id: string, write: () => Promise<T>): Promise<T> {
  return queue.run(`${model.modelName}/${id}`, write);
}
