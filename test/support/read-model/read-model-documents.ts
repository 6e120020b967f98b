import type { mongo } from 'mongoose';
import { withDatabase } from '../store/test-database.ts';

/** What can be made anew. */
const collections = ['caseMonths', 'cases', 'incidents', 'officeServerViews', 'rotations'];

/** By collection and id; without when a document was last news, which is nobody's concern once it has been told. */
export async function readModelDocuments(uri: string, name: string): Promise<Record<string, object>> {
  return withDatabase(uri, name, async (database) => {
    const found = await Promise.all(collections.map((collection) => documentsOf(database, collection)));
    return Object.fromEntries(found.flat());
  });
}

export async function dropReadModel(uri: string, name: string): Promise<void> {
  await withDatabase(uri, name, async (database) => {
    for (const collection of collections) await database.dropCollection(collection);
  });
}

async function documentsOf(database: mongo.Db, collection: string): Promise<[string, object][]> {
  const documents = await database.collection<mongo.Document & { _id: string }>(collection).find().toArray();
  return documents.map(({ recordedAt: _at, slot: _slot, ...document }) => [`${collection}/${document._id}`, document]);
}
