import { fileURLToPath } from 'node:url';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { dataConverter } from '../../../codec/data-converter.ts';
import { quietRuntime } from '../../../dev/chaos/observe/engine-runs.ts';
import { readSettings } from '../../../settings/service-settings.ts';
import { workerSettingsSchema } from '../../../settings/worker-settings.ts';
import { connectStore } from '../../../store/connect-store.ts';
import { bundleWorkflows } from '../../../worker/workflow-bundle.ts';
import { naiveActivities } from '../naive/naive-activities.ts';
import { laneQueues, type WorkerKind } from './lane-worker.ts';

const [kind, databaseName] = process.argv.slice(2) as [WorkerKind, string];
const settings = readSettings(workerSettingsSchema, process.env);
quietRuntime();
const workflowsPath = fileURLToPath(new URL(`../${kind}/${kind}-workflow.ts`, import.meta.url));
const connection = await NativeConnection.connect({ address: settings.TEMPORAL_ADDRESS });
// As worker/start-workers.ts has it for the product.
const common: Omit<WorkerOptions, 'taskQueue'> = {
  connection,
  namespace: settings.TEMPORAL_NAMESPACE,
  dataConverter: dataConverter([]),
  workflowBundle: await bundleWorkflows({ workflowsPath }),
  maxCachedWorkflows: settings.WORKFLOW_CACHE_SIZE,
  shutdownGraceTime: '5 seconds',
  shutdownForceTime: '10 seconds',
};
const store = kind === 'naive' ? await connectStore({ uri: settings.MONGODB_URI, databaseName }) : null;
const queues = kind === 'naive' ? [laneQueues.naiveCases, laneQueues.naiveRotations] : [laneQueues.floor];
const workers = await Promise.all(
  queues.map((taskQueue) =>
    Worker.create({ ...common, taskQueue, ...(store && { activities: { ...naiveActivities(store) } }) }),
  ),
);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  });
const done = Promise.all(workers.map((worker) => worker.run()));
console.log('ready');
await done.finally(async () => {
  await Promise.allSettled([connection.close(), store?.close()]);
  process.exit();
});
