import type { Model } from 'mongoose';

/**
 * The documents of the ids that are known, each once, in the order asked. One look-up for each id: the fallback store
 * reads the whole collection for an `$in`.
 */
export async function findMany<Document extends { _id: string }>(
  model: Model<Document>,
  ids: string[],
): Promise<Document[]> {
  const found = await Promise.all([...new Set(ids)].map((id) => model.findById(id).lean<Document>()));
  return found.filter((document) => document !== null);
}
