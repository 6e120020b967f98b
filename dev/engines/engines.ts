import { join } from 'node:path';
import { discover } from './discovery-steps.ts';
import type { Say } from './engine-folders.ts';
import type { EngineProcess, ExitInfo } from './engine-process.ts';
import { startAll, stopAll } from './engine-service.ts';
import { endOrphanWatch } from './orphan-watch.ts';
import { reservePorts } from './port-memory.ts';
import { storeDiscovery } from './store-discovery.ts';
import type { StoreEngine } from './store-discovery.ts';
import { storeServices } from './store-service.ts';
import { temporalDiscovery } from './temporal-discovery.ts';
import { temporalService } from './temporal-service.ts';
import { testServerDiscovery } from './test-server-discovery.ts';

export interface Engines {
  /** The Temporal CLI. */
  temporal: string;
  store: StoreEngine;
}

/** Engines that run until `stop`; `exited` fulfils as soon as any of them ends. */
export interface RunningEngines {
  exited: Promise<ExitInfo>;
  stop: () => Promise<void>;
}

export interface StartOptions {
  /** Data, logs and remembered ports. */
  dataDir: string;
  /** False only for throw-away data. */
  durable: boolean;
}

/** Finds or fetches Temporal and the store, side by side. */
export async function provisionEngines(say: Say): Promise<Engines> {
  const [temporal, store] = await Promise.all([discover(temporalDiscovery, say), discover(storeDiscovery, say)]);
  return { temporal, store };
}

/** Finds or fetches the time-skipping test server. Answers the program's path. */
export async function timeSkippingServerPath(say: Say): Promise<string> {
  return discover(testServerDiscovery, say);
}

/** Starts Temporal without a supervisor, for tests: in memory unless `durable`. */
export async function startTemporal(
  program: string,
  { dataDir, durable }: StartOptions,
): Promise<RunningEngines & { address: string }> {
  const ports = await takePorts(dataDir, ['temporal']);
  const { service, address } = await temporalService({
    program,
    dataDir: durable ? dataDir : undefined,
    logDir: join(dataDir, 'logs'),
    ports: { temporal: ports('temporal') },
  });
  return { address, ...running(await startAll([service])) };
}

/** Starts the store without a supervisor, for tests. */
export async function startStore(
  engine: StoreEngine,
  { dataDir, durable }: StartOptions,
): Promise<RunningEngines & { uri: string }> {
  const ports = await takePorts(dataDir, ['store', 'postgres']);
  const { services, uri } = await storeServices({
    engine,
    dataDir,
    durable,
    logDir: join(dataDir, 'logs'),
    ports: { store: ports('store'), postgres: ports('postgres') },
  });
  return { uri, ...running(await startAll(services)) };
}

async function takePorts(dataDir: string, names: readonly string[]): Promise<(name: string) => number> {
  const reserved = await reservePorts(
    dataDir,
    names.map((name) => ({ name })),
  );
  await Promise.all([...reserved.values()].map(({ release }) => release()));
  return (name) => reserved.get(name)?.port ?? 0;
}

function running(processes: readonly EngineProcess[]): RunningEngines {
  return {
    exited: Promise.race(processes.map(({ exited }) => exited)),
    stop: async () => {
      await stopAll(processes);
      await endOrphanWatch();
    },
  };
}
