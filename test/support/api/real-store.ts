import { inject } from 'vitest';
import { connectStore } from '../../../store/connect-store.ts';
import type { Store } from '../../../store/store.ts';
import { dropDatabase, randomDatabaseName } from '../store/test-database.ts';

/** A database of its own on the run's store; `drop` closes the connection and removes it. Integration tests only. */
export async function realStore(): Promise<{ store: Store; drop(): Promise<void> }> {
  const uri = inject('mongodbUri');
  const databaseName = randomDatabaseName();
  const store = await connectStore({ uri, databaseName });
  return {
    store,
    async drop() {
      await store.close();
      await dropDatabase(uri, databaseName);
    },
  };
}
