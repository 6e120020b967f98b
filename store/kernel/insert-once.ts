import type { ApplyBasicCreateCasting, Model } from 'mongoose';
import { isDuplicateKey, isOnlyDuplicateKeys } from './driver-errors.ts';

/** False when a unique index refuses it: then nothing changes. The only way in which this store decides anything. */
export async function insertOnce<Document>(model: Model<Document>, document: Document): Promise<boolean> {
  try {
    await model.insertOne(document as Partial<ApplyBasicCreateCasting<Document>>);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** Inserts those that are not there yet. */
export async function insertMissing<Document>(model: Model<Document>, documents: Document[]): Promise<void> {
  const [first, ...more] = documents;
  if (first === undefined) return;
  if (more.length === 0) {
    await insertOnce(model, first);
    return;
  }
  try {
    await model.insertMany(documents, { ordered: false, throwOnValidationError: true });
  } catch (error) {
    if (!isOnlyDuplicateKeys(error)) throw error;
  }
}
