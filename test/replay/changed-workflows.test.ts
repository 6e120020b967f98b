import { fileURLToPath } from 'node:url';
import { DefaultLogger, makeTelemetryFilterString, Runtime, Worker, type ReplayResult } from '@temporalio/worker';
import { beforeAll, expect, it } from 'vitest';
import { bundleWorkflows } from '../../worker/workflow-bundle.ts';
import { savedHistory, savedNames, typeOf } from './saved-histories.ts';

// What is refused here is refused as it should be: it is not for the terminal.
Runtime.install({
  logger: new DefaultLogger('ERROR', () => undefined),
  telemetryOptions: { logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
});

const isNondeterminism = /nondeterminism|TMPRL1100/i;

let bundles: Record<'incompatible' | 'patched' | 'renamed', { code: string }>;

beforeAll(async () => {
  const changed = (name: string) =>
    bundleWorkflows({ workflowsPath: fileURLToPath(new URL(`./changed/${name}-workflows.ts`, import.meta.url)) });
  const [incompatible, patched, renamed] = await Promise.all(['incompatible', 'patched', 'renamed'].map(changed));
  if (!incompatible || !patched || !renamed) throw new Error('a bundle is missing');
  bundles = { incompatible, patched, renamed };
});

/** What the replay of every saved history says, by its name. */
async function replayAll(bundle: { code: string }): Promise<{ name: string; type: string; error?: Error }[]> {
  function* histories() {
    for (const name of savedNames) yield { workflowId: name, history: savedHistory(name) };
  }
  const results: ReplayResult[] = [];
  for await (const result of Worker.runReplayHistories({ workflowBundle: bundle }, histories())) results.push(result);
  return results.map(({ error, workflowId }) => ({
    name: workflowId,
    type: typeOf(savedHistory(workflowId)),
    ...(error && { error }),
  }));
}

const complaints = savedNames.filter((name) => typeOf(savedHistory(name)) === 'complaint');

it('a timer before everything else is refused by every saved history of a case, and by no other', async () => {
  const refused = (await replayAll(bundles.incompatible)).filter(({ error }) => error);
  expect(refused.map(({ name }) => name)).toEqual(complaints);
  for (const { error } of refused) expect(error?.message).toMatch(isNondeterminism);
});

it('the same change behind a patch is refused by none', async () => {
  const results = await replayAll(bundles.patched);
  expect(results).toHaveLength(savedNames.length);
  expect(results.filter(({ error }) => error)).toEqual([]);
});

it('a workflow that is there no more is refused by all of its histories', async () => {
  const refused = (await replayAll(bundles.renamed)).filter(({ error }) => error);
  expect(new Set(refused.map(({ type }) => type))).toEqual(new Set(['rotation']));
  expect(refused).toHaveLength(savedNames.filter((name) => typeOf(savedHistory(name)) === 'rotation').length);
});
