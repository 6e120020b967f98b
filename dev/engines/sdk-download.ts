import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { enginesDir, makeEnginesFolder } from './engine-folders.ts';
import type { Say } from './engine-folders.ts';
import { withLock } from './provision-lock.ts';
import { assertReachable } from './reachability-check.ts';

type ServerKind = 'dev-server' | 'time-skipping';

const downloadHost = 'temporal.download';
const folderOf = (kind: ServerKind): string => join(enginesDir, `sdk-${kind}`);

/** What the SDK has downloaded earlier, or undefined. */
export async function sdkDownloaded(kind: ServerKind): Promise<string | undefined> {
  const files = await readdir(folderOf(kind)).catch(() => []);
  const program = files.find((name) => /^temporal.*?(\.exe)?$/.test(name) && !/\.(lock|downloading|tmp)/.test(name));
  return program && join(folderOf(kind), program);
}

/** Lets the SDK fetch its server: it does so as a side effect of starting one, which is stopped again at once. */
export async function downloadWithSdk(kind: ServerKind, say: Say): Promise<string> {
  await assertReachable(downloadHost);
  await makeEnginesFolder(enginesDir);
  return withLock(`${folderOf(kind)}.lock`, async () => {
    say(`fetches it from ${downloadHost}`);
    const downloadDir = await makeEnginesFolder(folderOf(kind));
    const { TestWorkflowEnvironment: env } = await import('@temporalio/testing');
    const executable = { type: 'cached-download', downloadDir, ttl: '365d' } as const;
    const server =
      kind === 'dev-server'
        ? await env.createLocal({ server: { executable } })
        : await env.createTimeSkipping({ server: { executable } });
    await server.teardown();
    const program = await sdkDownloaded(kind);
    if (!program) throw new Error('the SDK has left no program behind');
    return program;
  });
}
