import { randomBytes } from 'node:crypto';
import { mongo } from 'mongoose';

/** The name of a database that no other test uses. */
export function randomDatabaseName(): string {
  return `test_${randomBytes(6).toString('hex')}`;
}

/** Drops the database, so that a store that is used again does not fill up. */
export async function dropDatabase(uri: string, name: string): Promise<void> {
  await withDatabase(uri, name, (database) => database.dropDatabase());
}

/** Runs `use` on the database as the driver sees it, past the store. */
export async function withDatabase<T>(uri: string, name: string, use: (database: mongo.Db) => Promise<T>): Promise<T> {
  const client = new mongo.MongoClient(uri);
  try {
    return await use(client.db(name));
  } finally {
    await client.close();
  }
}
