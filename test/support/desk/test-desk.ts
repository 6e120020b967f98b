import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { inject } from 'vitest';
import { createActivities } from '../../../activities/create-activities.ts';
import type { EnginePort } from '../../../activities/engine-port.ts';
import type { DeskSettings } from '../../../store/desks/desk-repository.ts';
import { fakeStore } from '../../../store/fake-store.ts';
import type { Store } from '../../../store/store.ts';
import type { OutboxPorts } from '../../../activities/outbox/outbox-activities.ts';
import { outboxStarter, type OutboxStarterOptions } from '../../../worker/outbox-starter.ts';
import type { Patience } from '../../../workflows/outbox/outbox-types.ts';
import { dataConverter } from '../../../codec/data-converter.ts';
import type { PayloadKey } from '../../../settings/payload-keys.ts';
import { startWorkers, type RunningWorkers } from '../../../worker/start-workers.ts';
import { temporalEngine } from '../../../worker/temporal-engine.ts';
import { activityInterceptor, clientInterceptors } from '../../../telemetry/temporal-tracing.ts';
import type { ComplaintActivities } from '../../../workflows/complaint/complaint-activity-port.ts';
import type { OfficeServerActivities } from '../../../workflows/office-server/office-server-activity-port.ts';
import type { RotationActivities } from '../../../workflows/rotation/rotation-activity-port.ts';
import { buildDesk } from '../builders/desk-builder.ts';
import { buildUser } from '../builders/user-builder.ts';

Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });

export interface TestDeskOptions {
  /** Default: in memory. */
  store?: Store;
  settings?: Partial<DeskSettings>;
  tier1?: number;
  tier2?: number;
  /** The rotations continue as new after so many turns. */
  continueAsNewAfterTurns?: number;
  /** Another server than the shared one: the time-skipping one. */
  environment?: TestWorkflowEnvironment;
  /** How mail and webhooks leave; without it nothing does. */
  outbox?: { ports: OutboxPorts; patience?: Patience };
  /** Spans for what clients and activities do; the process's tracing is started by the test. */
  traced?: boolean;
  /** Encrypts what Temporal keeps; `code` is the sealed workflow bundle. */
  sealed?: { keys: PayloadKey[]; code: string };
  /** Probes: some activities by others. */
  replace?: {
    complaint?: Partial<ComplaintActivities>;
    rotation?: Partial<RotationActivities>;
    officeServer?: Partial<OfficeServerActivities>;
  };
}

/** Long enough that no deadline passes by itself during a test. */
const calmSettings: Partial<DeskSettings> = {
  acknowledgeWithin: 'PT1H',
  resolveTier1Within: 'PT2H',
  resolveTier2Within: 'PT2H',
  reopenWindow: 'PT1H',
  capacityPerAgent: 1000,
  businessHours: { enabled: false, timezone: 'Asia/Jakarta', weekly: {}, holidays: [] },
};

/** A desk of its own on the shared Temporal server: own ids, own queues, own workers; nothing meets other tests. */
export async function startTestDesk(options: TestDeskOptions = {}) {
  const key = randomUUID().slice(0, 8);
  const desk = {
    deskId: `desk-${key}`,
    officeId: `office-${key}`,
    queues: { complaint: `complaints-${key}`, rotation: `rotations-${key}`, outbox: `outbox-${key}` },
    agents: { tier1: agentIds('a', options.tier1 ?? 3, key), tier2: agentIds('q', options.tier2 ?? 2, key) },
  };
  const store = options.store ?? fakeStore();
  await staff(store, desk, options.settings);

  const { connection, native, client, disconnect } = await connect(options.environment);
  const { complaint: complaintQueue, rotation: rotationQueue } = desk.queues;
  const converter = { dataConverter: dataConverter(options.sealed?.keys ?? []) };
  const clientOptions = { ...converter, ...(options.traced && { interceptors: clientInterceptors() }) };
  const engine = temporalEngine({ connection, namespace: 'default', rotationQueue, complaintQueue, clientOptions });
  const outbox = options.outbox && { ports: options.outbox.ports, start: starter(connection, desk, options) };
  const real = createActivities({ store, engine: impatient(engine, options.continueAsNewAfterTurns), outbox });
  const activities = {
    ...real,
    complaint: { ...real.complaint, ...options.replace?.complaint },
    rotation: { ...real.rotation, ...options.replace?.rotation },
    officeServer: { ...real.officeServer, ...options.replace?.officeServer },
    outbox: real.outbox,
  };
  const begin = (): Promise<RunningWorkers> =>
    startWorkers({
      connection: native,
      namespace: 'default',
      bundle: options.sealed ? { code: options.sealed.code } : { codePath: inject('workflowBundlePath') },
      ...converter,
      ...(options.traced && { activityInterceptors: [activityInterceptor] }),
      activities,
      queues: desk.queues,
    });
  let workers = await begin();
  return {
    ...desk,
    store,
    engine,
    client,
    stopWorkers: () => workers.stop(),
    startWorkers: async () => {
      workers = await begin();
    },
    async end() {
      await workers.stop();
      await Promise.allSettled([disconnect(), options.store ? undefined : store.close()]);
    },
  };
}

/** Starts mails and deliveries on the desk's own queue. */
function starter(
  connection: OutboxStarterOptions['connection'],
  desk: { queues: { outbox: string } },
  options: TestDeskOptions,
) {
  const warn = (message: string, error: unknown) => console.warn(message, error);
  const { patience } = options.outbox ?? {};
  return outboxStarter({ connection, namespace: 'default', queue: desk.queues.outbox, warn, patience });
}

/** Starts rotations that continue as new after a few turns. */
function impatient(engine: EnginePort, continueAsNewAfterTurns: number | undefined): EnginePort {
  return { ...engine, startRotation: (input) => engine.startRotation({ ...input, continueAsNewAfterTurns }) };
}

async function connect(environment: TestWorkflowEnvironment | undefined) {
  if (environment) {
    const { connection, nativeConnection: native, client } = environment;
    return { connection, native, client, disconnect: () => Promise.resolve() };
  }
  const address = inject('temporalAddress');
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  const disconnect = () => Promise.allSettled([native.close(), connection.close()]);
  return { connection, native, client: new Client({ connection, dataConverter: dataConverter([]) }), disconnect };
}

export type TestDesk = Awaited<ReturnType<typeof startTestDesk>>;

function agentIds(first: string, count: number, key: string): string[] {
  return Array.from({ length: count }, (_, index) => {
    const letter = String.fromCharCode(first.charCodeAt(0) + index);
    return `petugas-${letter}-${key}`;
  });
}

async function staff(
  store: Store,
  desk: { deskId: string; agents: { tier1: string[]; tier2: string[] } },
  settings: Partial<DeskSettings> = {},
): Promise<void> {
  const { deskId, agents } = desk;
  const built = buildDesk({ deskId });
  await store.desks.insert({ ...built, settings: { ...built.settings, ...calmSettings, ...settings } });
  const join = (userId: string, tier: 'tier-1' | 'tier-2', rosterPosition: number) =>
    store.users.insert(buildUser({ userId, username: userId, role: 'agent', deskId, tier, rosterPosition }));
  await Promise.all([
    ...agents.tier1.map((userId, index) => join(userId, 'tier-1', index)),
    ...agents.tier2.map((userId, index) => join(userId, 'tier-2', index)),
  ]);
}
