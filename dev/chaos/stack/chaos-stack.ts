import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, chmod, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { dataConverter } from '../../../codec/data-converter.ts';
import type { Engines } from '../../engines/engines.ts';
import type { EngineService } from '../../engines/engine-service.ts';
import { endOrphanWatch } from '../../engines/orphan-watch.ts';
import { reservePorts } from '../../engines/port-memory.ts';
import { storeServices, type StoreServices } from '../../engines/store-service.ts';
import { temporalService } from '../../engines/temporal-service.ts';
import { seedDemo } from '../../seed/seed-demo.ts';
import { openProcessRecord } from '../../stack/process-record.ts';
import { bundlePath } from '../../stack/product-build.ts';
import { apiService, workerService } from '../../stack/product-services.ts';
import type { RestartPolicy } from '../../stack/restart-policy.ts';
import { createSupervisor } from '../../stack/supervisor.ts';
import { until } from '../client/until.ts';
import { ChaosPart } from './chaos-part.ts';

/** However often something dies, it is started again: that is what is tried here. */
const untiring: RestartPolicy = { firstDelayMs: 250, maxDelayMs: 1_000, maxDeaths: Infinity, windowMs: 5_000 };

export interface StackWishes {
  /** A second worker beside the first. */
  workers?: 1 | 2;
  /** Beside what every stack has, for worker and API. */
  env?: Record<string, string>;
  /** A store that runs already, instead of one of its own. */
  storeUri?: string;
  /** A Temporal that runs already, instead of one of its own: then the part `temporal` is none that could be harmed. */
  temporalAddress?: string;
  /** Does something to the seeded store and engine before the worker starts. */
  prepare?: (stack: Pick<ChaosStack, 'client' | 'storeUri' | 'dataDir'>) => Promise<void>;
  /** Does something to the empty data folder. */
  prepareFolder?: (dataDir: string) => Promise<void>;
  /** Undoes that when everything has stopped. */
  cleanFolder?: (dataDir: string) => Promise<void>;
}

export interface ChaosStack {
  base: string;
  dataDir: string;
  /** Sees what is in it from outside. */
  storeUri: string;
  storeTitle: string;
  temporalAddress: string;
  client: Client;
  temporal: ChaosPart;
  /** In the order of their start: what speaks the store's protocol is the last. */
  store: ChaosPart[];
  workers: ChaosPart[];
  api: ChaosPart;
  /** Lines of worker and API that a person would see, newest last. */
  lines: string[];
  /** Starts one more part, supervised as the others. */
  add: (service: EngineService) => Promise<ChaosPart>;
  productEnv: NodeJS.ProcessEnv;
  stop: (options: { keepData: boolean }) => Promise<void>;
}

/** Starts the whole system with the demo desk on ports and data of its own. */
export async function startChaosStack(engines: Engines, wishes: StackWishes = {}): Promise<ChaosStack> {
  const dataDir = await mkdtemp(join(tmpdir(), 'giliran-chaos-'));
  await chmod(dataDir, 0o711);
  const removeData = (): void => rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', removeData);
  await wishes.prepareFolder?.(dataDir);
  const logDir = join(dataDir, 'logs');
  await mkdir(logDir);
  const port = await takePorts(dataDir);
  const lines: string[] = [];
  const record = openProcessRecord(dataDir);
  const supervisor = createSupervisor(
    (line) => lines.push(line),
    record,
    (reason) => lines.push(reason),
  );
  const parts: ChaosPart[] = [];
  const run = async (service: EngineService, stopStage: number): Promise<ChaosPart> => {
    const part = new ChaosPart(service);
    parts.push(part);
    await supervisor.run({ service: part.service, policy: untiring, stopStage });
    return part;
  };
  let connection: Connection | undefined;
  const stop: ChaosStack['stop'] = async ({ keepData }) => {
    for (const part of parts) {
      part.thaw();
      part.release();
    }
    await supervisor.stop();
    await endOrphanWatch();
    await connection?.close().catch(() => undefined);
    await wishes.cleanFolder?.(dataDir);
    process.removeListener('exit', removeData);
    if (!keepData) await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const planned = await temporalService({
      program: engines.temporal,
      ...{ dataDir, logDir },
      ports: { temporal: port('temporal') },
    });
    const storePorts = { store: port('store'), postgres: port('postgres') };
    const stored: StoreServices = wishes.storeUri
      ? { services: [], uri: wishes.storeUri, title: 'MONGODB_URI' }
      : await storeServices({ engine: engines.store, dataDir, logDir, ports: storePorts, durable: true });
    const startStore = async (): Promise<ChaosPart[]> => {
      const started: ChaosPart[] = [];
      for (const [index, service] of stored.services.entries()) started.push(await run(service, 9 - index));
      return started;
    };
    const temporalAddress = wishes.temporalAddress ?? planned.address;
    const startTemporal = () =>
      wishes.temporalAddress === undefined ? run(planned.service, 3) : new ChaosPart(planned.service);
    const [temporal, store] = await Promise.all([startTemporal(), startStore()]);
    const address = { temporalAddress, temporalNamespace: 'default', payloadKeys: [] };
    connection = await Connection.connect({
      address: temporalAddress,
      // Histories are looked at whole; the page of a busy rotation is larger than gRPC takes otherwise.
      channelArgs: { 'grpc.max_receive_message_length': 64 * 2 ** 20 },
    });
    const client = new Client({ connection, dataConverter: dataConverter([]) });
    await wishes.prepare?.({ client, storeUri: stored.uri, dataDir });
    // A busy machine may take longer than the store's own patience.
    const seeded = await until(60_000, () => seedDemo({ mongodbUri: stored.uri, ...address }));
    if (!seeded) throw new Error('the demo desk could not be made');
    const productEnv: NodeJS.ProcessEnv = {
      ...process.env,
      ...{ NODE_ENV: 'test', LOG_LEVEL: 'info', RATE_LIMIT_PER_MINUTE: '0', SMTP_URL: '', MAIL_DIR: '' },
      ...{ TEMPORAL_ADDRESS: temporalAddress, TEMPORAL_NAMESPACE: 'default', MONGODB_URI: stored.uri },
      ...{ WORKFLOW_BUNDLE: bundlePath, PORT: String(port('web')) },
      ...wishes.env,
    };
    const options = { env: productEnv, logDir, show: (line: string) => void lines.push(line) };
    const startWorker = (index: number) =>
      run(workerService({ ...options, logDir: join(logDir, `worker-${index}`) }), 1);
    const workers = await Promise.all(Array.from({ length: wishes.workers ?? 1 }, (_, index) => startWorker(index)));
    const api = await run(apiService(options, port('web')), 0);
    return {
      base: `http://127.0.0.1:${port('web')}`,
      ...{ dataDir, storeUri: stored.uri, storeTitle: stored.title, temporalAddress, client },
      ...{ temporal, store, workers, api, lines, productEnv, stop },
      add: (service) => run(service, 1),
    };
  } catch (error) {
    await stop({ keepData: true });
    throw error;
  }
}

async function takePorts(dataDir: string): Promise<(name: string) => number> {
  const names = ['web', 'temporal', 'store', 'postgres'];
  const reserved = await reservePorts(
    dataDir,
    names.map((name) => ({ name })),
  );
  await Promise.all([...reserved.values()].map(({ release }) => release()));
  return (name) => reserved.get(name)?.port ?? 0;
}
