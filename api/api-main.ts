import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { dataConverter } from '../codec/data-converter.ts';
import { apiSettingsSchema } from '../settings/api-settings.ts';
import { readSettings } from '../settings/service-settings.ts';
import { connectStore } from '../store/connect-store.ts';
import { clientInterceptors } from '../telemetry/temporal-tracing.ts';
import { traceFields } from '../telemetry/trace-fields.ts';
import { startTracing } from '../telemetry/tracing.ts';
import { serve } from './api-server.ts';
import { createApp } from './app.ts';
import { startAttachmentSweeper } from './attachments/attachment-sweeper.ts';
import { startAnswerIntentSweeper } from './complaints/answer-intent-sweeper.ts';
import { complaintServices } from './complaints/complaint-services.ts';
import { startIntakeSweeper } from './complaints/intake/intake-sweeper.ts';
import { connectEngine } from './engine/engine-gateway.ts';
import { startMessageSweeper } from './messages/message-sweeper.ts';
import { startRetentionSweeper } from './notifications/retention-sweeper.ts';

const settings = readSettings(apiSettingsSchema, process.env);
const tracing = startTracing({ serviceName: 'giliran-api', endpoint: settings.OTEL_EXPORTER_OTLP_ENDPOINT });
const logger = pino({ level: settings.LOG_LEVEL, base: { service: 'api' }, mixin: traceFields });

// Both answer at once and connect by themselves: the API starts, and says so at /ready, also while they are away.
const store = await connectStore({ uri: settings.MONGODB_URI });
const engine = connectEngine({
  address: settings.TEMPORAL_ADDRESS,
  namespace: settings.TEMPORAL_NAMESPACE,
  clientOptions: {
    dataConverter: dataConverter(settings.PAYLOAD_KEYS),
    ...(tracing.isOn && { interceptors: clientInterceptors() }),
  },
});
const draining = new AbortController();
const streams = new AbortController();
// Beside the compiled API, wherever that was put.
const webDir = fileURLToPath(new URL('../web', import.meta.url));
const signals = { draining: draining.signal, stopping: streams.signal };
const deps = { store, engine, settings, logger, clock: () => new Date(), ...signals, webDir };

const server = await serve(createApp(deps), { host: settings.HOST, port: settings.PORT }).catch((error: unknown) => {
  logger.fatal(error instanceof Error ? error.message : 'the API cannot listen');
  process.exit(1);
});
const sweepers = [
  startIntakeSweeper({ ...complaintServices(deps), logger }),
  startMessageSweeper(deps),
  startAnswerIntentSweeper(deps),
  startAttachmentSweeper(deps),
  startRetentionSweeper(deps),
];
logger.info({ address: server.url }, 'api ready');

let stopping = false;

async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  logger.info({ signal }, 'api stopping');
  // Whoever spreads the requests looks at /ready now and then; until it has, they are answered as ever.
  draining.abort();
  await setTimeout(settings.DRAIN_SECONDS * 1_000);
  streams.abort();
  await server.close();
  await Promise.all(sweepers.map((sweeper) => sweeper.stop()));
  await Promise.allSettled([engine.close(), store.close(), tracing.stop()]);
  logger.info('api stopped');
  // A driver that still tries to reach an engine must not keep a stopped process alive.
  process.exit(0);
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(signal));
