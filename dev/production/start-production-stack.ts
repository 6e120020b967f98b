import { join } from 'node:path';
import { discover } from '../engines/discovery-steps.ts';
import { makeDataFolder } from '../engines/engine-folders.ts';
import type { Say } from '../engines/engine-folders.ts';
import { startAll, stopAll } from '../engines/engine-service.ts';
import type { EngineService } from '../engines/engine-service.ts';
import { startStore } from '../engines/engines.ts';
import { endOrphanWatch } from '../engines/orphan-watch.ts';
import { reservePorts } from '../engines/port-memory.ts';
import { storeDiscovery } from '../engines/store-discovery.ts';
import { seedDemo } from '../seed/seed-demo.ts';
import { withoutRepeats } from '../stack/log-lines.ts';
import { buildProduct, bundlePath } from '../stack/product-build.ts';
import { apiService, workerService } from '../stack/product-services.ts';
import { secondFactorKeyIn } from '../stack/second-factor-key.ts';
import { startLoadBalancer } from './load-balancer.ts';
import { startTemporalServer } from './start-temporal-server.ts';
import type { RunningTemporalServer } from './start-temporal-server.ts';

export interface ProductionStack {
  /** The load balancer's address: each request goes to the next API process. */
  base: string;
  /** How many requests each API process has been given, by its address. */
  passedTo: () => ReadonlyMap<string, number>;
  temporal: RunningTemporalServer;
  storeUri: string;
  workers: number[];
  apis: number[];
  stop: () => Promise<void>;
}

interface StackOptions {
  dataDir: string;
  say: Say;
}

/** As docker-compose.yml names it. */
const namespace = 'giliran';
const both = [1, 2] as const;

/**
 * Starts the topology of docker-compose.yml without containers: Temporal Server on PostgreSQL, the store as it is found
 * (MONGODB_URI, mongod or the fallback), two workers and two API processes behind a load balancer, with the demo desk.
 * Since demo people are refused in production, worker and API run with NODE_ENV=development.
 *
 * @throws Error that names the log file; nothing is left running then
 */
export async function startProductionStack({ dataDir, say }: StackOptions): Promise<ProductionStack> {
  await buildProduct(say);
  await makeDataFolder(dataDir);
  const ends: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of ends.splice(0).reverse()) await end();
    await endOrphanWatch();
  };
  const started = async (services: EngineService[]): Promise<number[]> => {
    const processes = await startAll(services);
    ends.push(() => stopAll(processes));
    return processes.map(({ pid }) => pid);
  };
  try {
    const temporal = await startTemporalServer({ dataDir, say, namespace });
    ends.push(temporal.stop);
    const store = await storeAsFound({ dataDir, say });
    ends.push(store.stop);
    await seedDemo({
      mongodbUri: store.uri,
      temporalAddress: temporal.address,
      temporalNamespace: namespace,
      payloadKeys: [],
    });
    const balancer = await startLoadBalancer();
    ends.push(balancer.close);
    const env = productEnvironment({ dataDir, temporal, storeUri: store.uri, publicUrl: balancer.url });
    const optionsOf = (name: string) => ({
      env,
      logDir: join(dataDir, 'logs', name),
      show: withoutRepeats((line) => say(`[${name}] ${line}`)),
    });
    const workers = await started(both.map((number) => workerService(optionsOf(`worker-${number}`))));
    const ports = await takeApiPorts(dataDir);
    const apis = await started(
      ports.map((port, index) => {
        const options = optionsOf(`api-${index + 1}`);
        return apiService({ ...options, env: { ...env, PORT: String(port) } }, port);
      }),
    );
    for (const port of ports) await balancer.add(`http://127.0.0.1:${port}`);
    return { base: balancer.url, passedTo: balancer.passedTo, temporal, storeUri: store.uri, workers, apis, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function storeAsFound({ dataDir, say }: StackOptions): Promise<{ uri: string; stop: () => Promise<void> }> {
  const uri = process.env['MONGODB_URI'];
  if (uri) return { uri, stop: async () => undefined };
  return startStore(await discover(storeDiscovery, say), { dataDir, durable: true });
}

async function takeApiPorts(dataDir: string): Promise<number[]> {
  const reserved = await reservePorts(
    dataDir,
    both.map((number) => ({ name: `api-${number}` })),
  );
  const reservations = [...reserved.values()];
  await Promise.all(reservations.map(({ release }) => release()));
  return reservations.map(({ port }) => port);
}

function productEnvironment(stack: {
  dataDir: string;
  temporal: RunningTemporalServer;
  storeUri: string;
  publicUrl: string;
}): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: 'development',
    DEMO_LOGINS: 'true',
    TEMPORAL_ADDRESS: stack.temporal.address,
    TEMPORAL_NAMESPACE: stack.temporal.namespace,
    PAYLOAD_KEYS: '',
    MONGODB_URI: stack.storeUri,
    // Its content is the address above already.
    MONGODB_URI_FILE: undefined,
    ...secondFactorKeyIn(stack.dataDir, process.env),
    WORKFLOW_BUNDLE: bundlePath,
    PUBLIC_URL: stack.publicUrl,
    MAIL_DIR: join(stack.dataDir, 'mails'),
    SMTP_URL: '',
  };
}
