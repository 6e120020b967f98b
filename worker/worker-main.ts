import { Connection } from '@temporalio/client';
import { makeTelemetryFilterString, NativeConnection, Runtime } from '@temporalio/worker';
import { pino } from 'pino';
import { createActivities } from '../activities/create-activities.ts';
import { readSettings } from '../settings/service-settings.ts';
import { workerSettingsSchema } from '../settings/worker-settings.ts';
import { dataConverter } from '../codec/data-converter.ts';
import { activityInterceptor, clientInterceptors } from '../telemetry/temporal-tracing.ts';
import { traceFields } from '../telemetry/trace-fields.ts';
import { startTracing } from '../telemetry/tracing.ts';
import { connectStore } from '../store/connect-store.ts';
import { complaintTaskQueue, outboxTaskQueue, rotationTaskQueue } from '../workflows/kernel/task-queues.ts';
import { figuresOfCase } from './figures/activity-figures.ts';
import { figureRecorder, figuresInterceptor } from './figures/figures-interceptor.ts';
import { metricsAt } from './figures/metrics-exporter.ts';
import { outboxPorts } from './outbox-ports.ts';
import { outboxStarter } from './outbox-starter.ts';
import { keepSweepingOutbox } from './outbox-sweep.ts';
import { ensureRotations } from './rotation-bootstrap.ts';
import { ensureSearchAttributes } from './search-attributes.ts';
import { startWorkers } from './start-workers.ts';
import { temporalEngine } from './temporal-engine.ts';
import { patiently } from './patience.ts';
import { runtimeLogger } from './runtime-logger.ts';
import { bundlePathFor } from './workflow-bundle.ts';

const settings = readSettings(workerSettingsSchema, process.env);
const tracing = startTracing({ serviceName: 'giliran-worker', endpoint: settings.OTEL_EXPORTER_OTLP_ENDPOINT });
const logger = pino({ level: settings.LOG_LEVEL, base: { service: 'worker' }, mixin: traceFields });
Runtime.install({
  logger: runtimeLogger(logger),
  shutdownSignals: [],
  // The SDK's native half would write to stdout by itself, and not JSON.
  telemetryOptions: {
    logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN', other: 'WARN' }) },
    ...(settings.WORKER_METRICS_ADDRESS && { metrics: metricsAt(settings.WORKER_METRICS_ADDRESS) }),
  },
});

const address = settings.TEMPORAL_ADDRESS;
const namespace = settings.TEMPORAL_NAMESPACE;
const converter = dataConverter(settings.PAYLOAD_KEYS);
const clientOptions = { dataConverter: converter, ...(tracing.isOn && { interceptors: clientInterceptors() }) };
const store = await connectStore({ uri: settings.MONGODB_URI });
const connection = Connection.lazy({ address });
const native = await patiently('reach Temporal', logger, () => NativeConnection.connect({ address }));
await patiently('register the search attributes', logger, () => ensureSearchAttributes(connection, namespace));

const engine = temporalEngine({
  connection,
  namespace,
  rotationQueue: rotationTaskQueue,
  complaintQueue: complaintTaskQueue,
  clientOptions,
});
const warn = (message: string, error: unknown) => logger.warn({ err: error }, message);
const start = outboxStarter({ connection, namespace, queue: outboxTaskQueue, clientOptions, warn });
const outbox = { ports: outboxPorts(settings), start };
const figure = figureRecorder(Runtime.instance().metricMeter);
const workers = await startWorkers({
  connection: native,
  namespace,
  bundle: { codePath: bundlePathFor(settings) },
  dataConverter: converter,
  activities: createActivities({ store, engine, outbox, warn, told: (told) => figuresOfCase(told).forEach(figure) }),
  activityInterceptors: [figuresInterceptor(figure), ...(tracing.isOn ? [activityInterceptor] : [])],
  maxCachedWorkflows: settings.WORKFLOW_CACHE_SIZE,
});
logger.info({ address, namespace }, 'worker ready');
// Not awaited: cases start a missing rotation themselves; this only saves the first of them the detour.
void patiently('start the rotations of all desks', logger, () => ensureRotations(store, engine));
const stopping = new AbortController();
void keepSweepingOutbox(store, start, stopping.signal);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stopping.abort();
    void workers.stop();
  });
}
try {
  await workers.done;
  logger.info('worker stopped');
} catch (error) {
  logger.fatal({ err: error }, 'worker failed');
  process.exitCode = 1;
} finally {
  await Promise.allSettled([native.close(), connection.close(), store.close(), tracing.stop()]);
  // A call that is still being retried must not keep a stopped worker alive.
  process.exit();
}
