import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Client } from '@temporalio/client';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import { Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { dataConverter } from '../../codec/data-converter.ts';
import { readSettings } from '../../settings/service-settings.ts';
import { workerSettingsSchema } from '../../settings/worker-settings.ts';
import { complaintTaskQueue, outboxTaskQueue, rotationTaskQueue } from '../../workflows/kernel/task-queues.ts';
import { connectTemporal } from '../temporal-connection.ts';
import { bundlePathFor, bundleWorkflows } from '../workflow-bundle.ts';
import { checkUpgrade, type TypeFigures } from './upgrade-check.ts';

interface Options {
  most: number;
  all: boolean;
  bundle?: string;
  taskQueue: string[];
}

const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, WORKFLOW_BUNDLE, PAYLOAD_KEYS } = workerSettingsSchema.shape;
const settingsSchema = z.object({ TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, WORKFLOW_BUNDLE, PAYLOAD_KEYS });

type Settings = z.infer<typeof settingsSchema>;

/** From a source tree the bundle is made of its sources; the image brings one. */
async function bundleToCheck(given: string | undefined, settings: Settings) {
  if (given === undefined && import.meta.url.endsWith('.ts')) {
    return bundleWorkflows({ sealed: settings.PAYLOAD_KEYS.length > 0 });
  }
  const codePath = resolve(given ?? bundlePathFor(settings));
  if (!existsSync(codePath)) throw new Error(`there is no workflow bundle at ${codePath}`);
  return { codePath };
}

async function run({ all, bundle: given, most, taskQueue: queues }: Options): Promise<void> {
  const settings = readSettings(settingsSchema, process.env);
  // What fails is told below, each once; the SDK would print every stack.
  const filter = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' });
  Runtime.install({
    logger: new DefaultLogger('ERROR', () => undefined),
    shutdownSignals: [],
    telemetryOptions: { logging: { forward: {}, filter } },
  });
  const bundle = await bundleToCheck(given, settings);
  const connection = await connectTemporal(settings.TEMPORAL_ADDRESS);
  try {
    const client = new Client({ connection, namespace: settings.TEMPORAL_NAMESPACE });
    const figures = await checkUpgrade({
      ...{ bundle, client, queues },
      dataConverter: dataConverter(settings.PAYLOAD_KEYS),
      mostOfEachType: all ? Infinity : most,
      onFailure: ({ reason, runId, workflowId }) => console.log(`FAILS ${workflowId} (run ${runId}): ${reason}`),
    });
    show(figures);
    if (figures.some(({ failed }) => failed > 0)) process.exitCode = 1;
  } finally {
    await connection.close();
  }
}

function show(figures: TypeFigures[]): void {
  if (figures.length === 0) return console.log('Nothing is running: there is nothing to check.');
  console.table(Object.fromEntries(figures.map(({ type, ...figure }) => [type, figure])));
  const failed = figures.reduce((sum, figure) => sum + figure.failed, 0);
  const verdict = `${failed} would stick: do not deploy this. See CONTRIBUTING.md, "Changing a workflow".`;
  console.log(failed > 0 ? verdict : 'All that were replayed would go on.');
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,6}$/.test(value)) throw new InvalidArgumentError('a whole number from 1');
  return Number(value);
}

await new Command('upgrade-check')
  .description('Replays running workflows with the bundle that is about to be deployed; fails when one would stick')
  .option('--most <count>', 'how many of each type, drawn by lot', wholeNumber, 500)
  .option('--all', 'every running workflow', false)
  .option('--bundle <path>', 'another bundle than WORKFLOW_BUNDLE or that of the sources')
  .option('--task-queue <name...>', 'other queues than the own', [
    complaintTaskQueue,
    rotationTaskQueue,
    outboxTaskQueue,
  ])
  .action(run)
  .parseAsync()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
// The SDK's runtime would keep the process alive.
process.exit();
