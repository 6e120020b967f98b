import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { inject, vi } from 'vitest';
import { demoPassword } from '../../../dev/seed/demo-data.ts';
import { fill } from '../../../dev/seed/seed-demo.ts';
import { connectStore } from '../../../store/connect-store.ts';
import type { Store } from '../../../store/store.ts';
import { addSearchAttributes } from '../../../worker/search-attributes.ts';
import { createTestClient, type TestClient } from '../api/test-client.ts';

/** A process of the product that has said its word. */
export interface Service {
  child: ChildProcess;
  said: Record<string, unknown>;
}

/** pino's. */
const warning = 40;

interface Ears {
  /** The level of pino from which lines are shown. */
  shownFrom: number;
  /** Hears every line that a process writes, to stderr too. */
  heard: (line: string) => void;
}

async function run(main: string, ready: string, env: Record<string, string>, { shownFrom, heard }: Ears) {
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines = createInterface({ input: child.stdout });
  lines.on('line', heard);
  createInterface({ input: child.stderr }).on('line', (line) => {
    heard(line);
    console.error(line);
  });
  const said = await new Promise<Record<string, unknown>>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${main} ended with ${code} before it said "${ready}"`)));
    lines.on('line', (line) => {
      const entry = JSON.parse(line) as Record<string, unknown>;
      if (Number(entry['level']) >= shownFrom) console.log(`${main}: ${line}`);
      if (entry['msg'] === ready) resolve(entry);
    });
  });
  return { child, said } satisfies Service;
}

/** Tells it to stop, or kills it, and waits until it is gone. */
export async function end(service: Service, signal: NodeJS.Signals): Promise<void> {
  if (service.child.exitCode !== null || service.child.signalCode !== null) return;
  const gone = once(service.child, 'exit');
  service.child.kill(signal);
  await gone;
}

interface StackOptions extends Partial<Ears> {
  /** Beside what every stack has. */
  env?: Record<string, string>;
}

/** The API and the worker as processes of their own, on a namespace and a database of their own, with the demo desk. */
export async function startTestStack(
  prepare: (store: Store) => Promise<void> = async () => {},
  { env: more = {}, heard = () => undefined, shownFrom = warning }: StackOptions = {},
) {
  const ears = { shownFrom, heard };
  const namespace = `stack-${randomUUID().slice(0, 8)}`;
  const connection = await Connection.connect({ address: inject('temporalAddress') });
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: msToTs('1 day'),
  });
  await addSearchAttributesOnce(connection, namespace);
  const uri = inject('mongodbUri').replace(/(mongodb:\/\/[^/]+\/)[^?]*/, `$1${namespace}`);
  const store = await connectStore({ uri });
  await fill(store);
  await prepare(store);

  const env = {
    NODE_ENV: 'test',
    LOG_LEVEL: 'info',
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    TEMPORAL_NAMESPACE: namespace,
    MONGODB_URI: uri,
    WORKFLOW_BUNDLE: inject('workflowBundlePath'),
    RATE_LIMIT_PER_MINUTE: '0',
    PORT: '0',
    ...more,
  };
  const startWorker = () => run('worker/worker-main.ts', 'worker ready', env, ears);
  const startApi = (own = {}) => run('api/api-main.ts', 'api ready', { ...env, ...own }, ears);
  let [worker, api] = await Promise.all([startWorker(), startApi()]);
  const base = String(api.said['address']);
  return {
    base,
    store,
    namespace,
    connection,
    signedIn: async (username: string): Promise<TestClient> => {
      const client = createTestClient(base);
      const { status } = await client.signIn(username, demoPassword);
      if (status !== 200) throw new Error(`${username} could not sign in: ${status}`);
      return client;
    },
    /** One more process of its kind; whoever starts it ends it. */
    anotherApi: startApi,
    anotherWorker: startWorker,
    stopWorker: () => end(worker, 'SIGTERM'),
    killWorker: () => end(worker, 'SIGKILL'),
    startWorker: async () => {
      worker = await startWorker();
    },
    async end() {
      await Promise.all([end(api, 'SIGTERM'), end(worker, 'SIGTERM')]);
      await Promise.allSettled([store.close(), connection.close()]);
    },
  };
}

export type TestStack = Awaited<ReturnType<typeof startTestStack>>;

/** A namespace is known to all parts of the server a moment after it was registered. */
async function addSearchAttributesOnce(connection: Connection, namespace: string): Promise<void> {
  await vi.waitFor(() => addSearchAttributes(connection, namespace), { timeout: 20_000, interval: 100 });
}
