import { mongo, type Connection } from 'mongoose';
import type { StoreAddress } from './store-address.ts';

/** Milliseconds. A new index on a large collection takes longer than any call may. */
const buildTimeout = 600_000;

/**
 * Makes every index that the models ask for, over a connection of its own. One that is there already is left alone, so
 * that any number of processes may do this at any time.
 */
export async function buildIndexes(models: Connection['models'], address: StoreAddress): Promise<void> {
  const { uri, databaseName, serverSelectionTimeoutMs } = address;
  const client = new mongo.MongoClient(uri, {
    serverSelectionTimeoutMS: serverSelectionTimeoutMs,
    connectTimeoutMS: serverSelectionTimeoutMs,
    socketTimeoutMS: buildTimeout,
  });
  try {
    const database = client.db(databaseName);
    for (const { collection, schema } of Object.values(models)) {
      await buildMissing(database.collection(collection.collectionName), schema.indexes() as WantedIndex[]);
    }
  } finally {
    await client.close();
  }
}

type WantedIndex = [Record<string, 1 | -1>, mongo.CreateIndexesOptions];

async function buildMissing(collection: mongo.Collection, wanted: WantedIndex[]): Promise<void> {
  if (wanted.length === 0) return;
  const present = new Set(await indexNames(collection));
  for (const [key, { unique = false }] of wanted) {
    const name = Object.entries(key).flat().join('_');
    // One command for each: the fallback store panics when a command names two indexes that are there already.
    if (!present.has(name)) await collection.createIndex(key, { name, unique });
  }
}

async function indexNames(collection: mongo.Collection): Promise<string[]> {
  try {
    return (await collection.indexes()).map((index) => String(index.name));
  } catch (error) {
    const collectionIsNew = error instanceof mongo.MongoServerError && error.code === 26;
    if (collectionIsNew) return [];
    throw error;
  }
}
