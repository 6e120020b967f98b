import { Client } from '@temporalio/client';
import { Command } from 'commander';
import { z } from 'zod';
import { dataConverter } from '../../codec/data-converter.ts';
import { readSettings, serviceSettingsSchema } from '../../settings/service-settings.ts';
import { connectStore } from '../../store/connect-store.ts';
import { connectTemporal } from '../temporal-connection.ts';
import { rebuildReadModel, type RebuildProgress } from './read-model-rebuild.ts';
import { runningViews } from './running-views.ts';

const fields = { TEMPORAL_ADDRESS: true, TEMPORAL_NAMESPACE: true, MONGODB_URI: true, PAYLOAD_KEYS: true } as const;
const settingsSchema = z.object(serviceSettingsSchema.pick(fields).shape);

async function run({ after }: { after?: string }): Promise<void> {
  const settings = readSettings(settingsSchema, process.env);
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  const connection = await connectTemporal(settings.TEMPORAL_ADDRESS);
  const store = await connectStore({ uri: settings.MONGODB_URI });
  const client = new Client({
    connection,
    namespace: settings.TEMPORAL_NAMESPACE,
    dataConverter: dataConverter(settings.PAYLOAD_KEYS),
  });
  let upTo = after ?? '';
  try {
    const { failed, seen, written } = await rebuildReadModel({
      store,
      running: runningViews(client),
      after,
      signal: stopping.signal,
      onProgress: (progress) => {
        upTo = progress.upTo;
        console.log(line(progress));
      },
      onFailure: ({ error, id }) => console.error(`FAILED ${id}: ${error instanceof Error ? error.message : error}`),
    });
    if (failed > 0 || stopping.signal.aborted) process.exitCode = 1;
    else console.log(`The read model is as new: ${seen} documents looked at, ${written} written.`);
  } finally {
    if (stopping.signal.aborted) console.error(`Stopped. To go on: --after '${upTo}'`);
    await Promise.allSettled([store.close(), connection.close()]);
  }
}

function line({ failed, seen, upTo, written }: RebuildProgress): string {
  return `${seen} looked at, ${written} written, ${failed} failed, up to ${upTo}`;
}

await new Command('rebuild-read-model')
  .description('Makes the read model anew from timelines, reports and running workflows; the service may run meanwhile')
  .option('--after <id>', 'go on behind this case or incident')
  .action(run)
  .parseAsync()
  .catch((error: unknown) => {
    // What has been written stays; repeating it is cheap.
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
