import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { startChaosStack, type ChaosStack } from '../../../dev/chaos/stack/chaos-stack.ts';
import type { Say } from '../../../dev/engines/engine-folders.ts';
import type { Engines } from '../../../dev/engines/engines.ts';
import { startTemporalServer } from '../../../dev/production/start-temporal-server.ts';
import { demoDeskId } from '../../../dev/seed/demo-data.ts';
import { fill } from '../../../dev/seed/seed-demo.ts';
import { connectStore } from '../../../store/connect-store.ts';
import type { Store } from '../../../store/store.ts';
import { cpuSecondsOf } from './process-cost.ts';

/** Turns stay a plain round: neither capacity nor an acknowledgement that is missed bends them. */
const undisturbed = { capacityPerAgent: 100_000, acknowledgeWithin: 'PT24H' };

/** `dev`: Temporal's development server on SQLite, on disk · `server`: Temporal Server on PostgreSQL, as in production. */
export type EngineKind = 'dev' | 'server';

/** The whole system, as `npm start` starts it, on ports and data of its own, and what all lanes share of it. */
export interface BenchStack {
  stack: ChaosStack;
  /** The product's own store. */
  store: Store;
  /** Tier 1 of the demo desk, in the order of its turns. */
  roster: string[];
  /** Another database in the same store process; closed with the stack. */
  storeNamed: (databaseName: string) => Promise<Store>;
  /** The database of a lane that has a read model of its own. */
  laneDatabase: (lane: string) => string;
  /** CPU seconds so far of the engines, of this process, and of the processes named. */
  cpuSeconds: (pids: readonly (number | undefined)[]) => Promise<number>;
  /** The processes of the engines: Temporal, and all of the store's. */
  enginePids: () => number[];
  end: () => Promise<void>;
}

/** Starts it; `end` it in the end. With MONGODB_URI it uses databases of its own there, and drops them. */
export async function startBenchStack(engines: Engines, engine: EngineKind, say: Say): Promise<BenchStack> {
  const given = givenStore();
  const server = engine === 'server' ? await startServer(say) : null;
  const stack = await startChaosStack(engines, {
    ...(given && { storeUri: given.uri }),
    ...(server && { temporalAddress: server.address }),
    prepare: ({ storeUri }) => withStore(storeUri, seedUndisturbed),
  });
  const stores = new Map<string, Store>();
  const storeNamed = async (databaseName: string): Promise<Store> => {
    const store = stores.get(databaseName) ?? (await connectStore({ uri: stack.storeUri, databaseName }));
    stores.set(databaseName, store);
    return store;
  };
  const enginePids = () => [
    ...[stack.temporal, ...stack.store].flatMap(({ pid }) => pid ?? []),
    ...(server?.pids ?? []),
  ];
  const database = databaseIn(stack.storeUri);
  const store = await storeNamed(database);
  const agents = await store.users.agentsOf({ deskId: demoDeskId, tier: 'tier-1' });
  return {
    ...{ stack, store, storeNamed, enginePids },
    laneDatabase: (lane) => `${database}-${lane}`,
    roster: agents.map(({ userId }) => userId),
    cpuSeconds: async (pids) => {
      const { system, user } = process.cpuUsage();
      const others = await cpuSecondsOf([...enginePids(), ...pids.flatMap((pid) => pid ?? [])]);
      return others + (system + user) / 1e6;
    },
    end: async () => {
      await Promise.all([...stores.values()].map((each) => each.close()));
      await stack.stop({ keepData: false });
      await server?.end();
      if (given) await dropDatabases(given.uri, [...stores.keys()]);
    },
  };
}

/** Temporal Server with data of its own, which go with it. */
async function startServer(say: Say) {
  const dataDir = await mkdtemp(join(tmpdir(), 'giliran-bench-'));
  await chmod(dataDir, 0o711);
  const { address, pids, stop } = await startTemporalServer({ dataDir, say });
  const end = async (): Promise<void> => {
    await stop();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
  };
  return { address, pids, end };
}

/** Scheme, people and hosts · database · options. */
const addressParts = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/([^?]*))?(\?.*)?$/;

/** MONGODB_URI with a database of this run's own, if it is set. */
function givenStore(): { uri: string } | null {
  const given = process.env['MONGODB_URI'];
  if (!given) return null;
  const [, hosts = given, , options = ''] = addressParts.exec(given) ?? [];
  return { uri: `${hosts}/giliran-bench-${randomUUID().slice(0, 8)}${options}` };
}

function databaseIn(uri: string): string {
  return addressParts.exec(uri)?.[2] || 'giliran';
}

async function dropDatabases(uri: string, names: readonly string[]): Promise<void> {
  const client = new mongoose.mongo.MongoClient(uri);
  try {
    for (const name of names) await client.db(name).dropDatabase();
  } finally {
    await client.close();
  }
}

async function seedUndisturbed(store: Store): Promise<void> {
  await fill(store);
  const desk = await store.desks.find(demoDeskId);
  if (desk) await store.desks.saveSettings(demoDeskId, { ...desk.settings, ...undisturbed });
}

async function withStore(uri: string, use: (store: Store) => Promise<void>): Promise<void> {
  const store = await connectStore({ uri });
  await use(store).finally(() => store.close());
}
