import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from 'mongoose';
import { makeDataFolder } from './engine-folders.ts';
import { spawnEngine } from './engine-process.ts';
import type { EngineProcess } from './engine-process.ts';
import type { EngineService } from './engine-service.ts';
import { postgresService } from './postgres-service.ts';
import { waitUntilReady } from './ready-wait.ts';
import type { StoreEngine } from './store-discovery.ts';

type MongoClient = mongoose.mongo.MongoClient;

const replicaSet = 'giliran';
const database = 'giliran';

export interface StoreOptions {
  engine: StoreEngine;
  dataDir: string;
  logDir: string;
  /** `store` speaks the MongoDB protocol; `postgres` is only used under FerretDB. */
  ports: { store: number; postgres: number };
  /** False only for throw-away data. */
  durable: boolean;
}

export interface StoreServices {
  /** In the order in which they are started. */
  services: EngineService[];
  uri: string;
  /** `MongoDB` or `FerretDB on PostgreSQL`, for people. */
  title: string;
}

/** Prepares the store's programs for start; nothing runs yet. */
export async function storeServices(options: StoreOptions): Promise<StoreServices> {
  return options.engine.kind === 'mongod' ? mongodServices(options, options.engine.program) : ferretdbServices(options);
}

async function ferretdbServices({ engine, dataDir, logDir, ports, durable }: StoreOptions): Promise<StoreServices> {
  if (engine.kind !== 'ferretdb') throw new Error('not FerretDB');
  const postgres = await postgresService({
    files: engine.postgres,
    dir: join(dataDir, 'postgres'),
    port: ports.postgres,
    logFile: join(logDir, 'postgres.log'),
    durable,
  });
  const logFile = join(logDir, 'ferretdb.log');
  const start = async (spawned?: (process: EngineProcess) => void): Promise<EngineProcess> => {
    const process = await spawnEngine({
      name: 'FerretDB',
      command: engine.program,
      args: [],
      env: { PATH: '', FERRETDB_LISTEN: `127.0.0.1:${ports.store}`, FERRETDB_POSTGRESQL_URL: postgres.url },
      logFile,
      spawned,
    });
    await waitUntilReady({ process, check: () => ping(ports.store), timeoutMs: 30_000, logFile });
    return process;
  };
  return {
    services: [postgres, { name: 'FerretDB', start }],
    uri: `mongodb://127.0.0.1:${ports.store}/${database}?retryWrites=false`,
    title: 'FerretDB on PostgreSQL',
  };
}

async function mongodServices(
  { dataDir, logDir, ports, durable }: StoreOptions,
  command: string,
): Promise<StoreServices> {
  const dbPath = await makeDataFolder(join(dataDir, 'mongod'));
  const logFile = join(logDir, 'mongod.log');
  const start = async (spawned?: (process: EngineProcess) => void): Promise<EngineProcess> => {
    const process = await spawnEngine({
      name: 'MongoDB',
      command,
      args: [
        ...['--dbpath', dbPath, '--bind_ip', '127.0.0.1', '--port', String(ports.store), '--replSet', replicaSet],
        ...['--wiredTigerCacheSizeGB', durable ? '0.5' : '0.25'],
      ],
      logFile,
      spawned,
    });
    await waitUntilReady({ process, check: () => ping(ports.store), timeoutMs: 60_000, logFile });
    await withClient(ports.store, (client) => makePrimary(client, `127.0.0.1:${ports.store}`));
    return process;
  };
  return {
    services: [{ name: 'MongoDB', start }],
    uri: `mongodb://127.0.0.1:${ports.store}/${database}?replicaSet=${replicaSet}`,
    title: 'MongoDB',
  };
}

/** A one-node replica set: made on the first start, and told its new address when the port has changed. */
async function makePrimary(client: MongoClient, host: string): Promise<void> {
  const admin = client.db('admin');
  const members = [{ _id: 0, host }];
  const current = await admin.command({ replSetGetConfig: 1 }).catch(() => undefined);
  const config = current?.['config'] as { version: number; members: { host: string }[] } | undefined;
  if (!config) {
    await admin.command({ replSetInitiate: { _id: replicaSet, members } });
  } else if (config.members[0]?.host !== host) {
    await admin.command({ replSetReconfig: { ...config, version: config.version + 1, members }, force: true });
  }
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(50)) {
    if ((await admin.command({ hello: 1 }))['isWritablePrimary']) return;
  }
  throw new Error('MongoDB has not become primary within 30 s');
}

async function ping(port: number): Promise<void> {
  await withClient(port, (client) => client.db(database).listCollections().toArray());
}

async function withClient<T>(port: number, use: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new mongoose.mongo.MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1_000,
  });
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}
