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
    for (const model of Object.values(models)) {
      const wanted = model.schema.indexes().map(([key, options]) => ({ ...options, key }) as mongo.IndexDescription);
      if (wanted.length > 0) await database.collection(model.collection.collectionName).createIndexes(wanted);
    }
  } finally {
    await client.close();
  }
}
