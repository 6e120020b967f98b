import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { connectStore } from '../../store/connect-store.ts';
import type { Store } from '../../store/store.ts';
import { rebuildReadModel, type RebuildProgress } from '../../worker/read-model/read-model-rebuild.ts';
import { runningViews, type RunningViews } from '../../worker/read-model/running-views.ts';
import { unlessGone } from '../../publishing/gone-workflow.ts';
import { tiers } from '../../workflows/kernel/tier.ts';
import { incidentWorkflowId } from '../../workflows/kernel/workflow-ids.ts';
import { startTestDesk, type TestDesk } from '../support/desk/test-desk.ts';
import { dropReadModel, readModelDocuments } from '../support/read-model/read-model-documents.ts';
import { bustle, tellStory } from '../support/read-model/told-story.ts';
import { dropDatabase, randomDatabaseName, withDatabase } from '../support/store/test-database.ts';

const main = fileURLToPath(new URL('../../worker/read-model/rebuild-main.ts', import.meta.url));
const uri = inject('mongodbUri');
const databaseName = randomDatabaseName();

let store: Store;
let desk: TestDesk;
/** The read model as the service itself has written it. */
let before: Record<string, object>;

beforeAll(async () => {
  store = await connectStore({ uri, databaseName });
  desk = await startTestDesk({ store, tier1: 4 });
  await tellStory(desk);
  await vi.waitUntil(isTold, { timeout: 60_000, interval: 250 });
  before = await readModelDocuments(uri, databaseName);
}, 120_000);
afterAll(async () => {
  await desk.end();
  await store.close();
  await dropDatabase(uri, databaseName);
});

/** Whether the store has heard all of what cases and rotations are: places are given back a moment after a case ends. */
async function isTold(): Promise<boolean> {
  const views = runningViews(desk.client);
  const { items } = await store.cases.list({ deskId: desk.deskId }, { limit: 100 });
  const cases = items.map(async (view) => ((await views.ofCase(view)) ?? view).version === view.version);
  const rotations = tiers.map(async (tier) => {
    const key = { deskId: desk.deskId, tier };
    return (await views.ofRotation(key))?.version === (await store.rotations.find(key))?.version;
  });
  return (await Promise.all([...cases, ...rotations])).every(Boolean);
}

/** As a process of its own does it: it remembers nothing of what the service has written. */
async function rebuiltWith(running: RunningViews): Promise<RebuildProgress> {
  const own = await connectStore({ uri, databaseName });
  try {
    return await rebuildReadModel({ store: own, running });
  } finally {
    await own.close();
  }
}

/** The command as an operator gives it. */
function rebuild(...args: string[]): Promise<{ code: number; output: string; faults: string }> {
  const address = new URL(uri);
  address.pathname = `/${databaseName}`;
  const engines = { MONGODB_URI: address.href, TEMPORAL_ADDRESS: inject('temporalAddress') };
  const env = { ...process.env, ...engines, TEMPORAL_NAMESPACE: 'default' };
  return new Promise((done) => {
    execFile(process.execPath, ['--import', 'tsx', main, ...args], { env, timeout: 100_000 }, (error, output, faults) =>
      done({ code: error ? Number(error.code ?? 1) : 0, output, faults }),
    );
  });
}

/** As when Temporal has forgotten what has ended. */
function forgetful(views: RunningViews): RunningViews {
  const runs = async (workflowId: string) =>
    (await unlessGone(desk.client.workflow.getHandle(workflowId).describe()))?.status.name === 'RUNNING';
  return {
    ...views,
    ofCase: async (place) => ((await runs(place.workflowId)) ? views.ofCase(place) : null),
    ofIncident: async (incidentId) => {
      return (await runs(incidentWorkflowId({ incidentId }))) ? views.ofIncident(incidentId) : null;
    },
  };
}

it('the story leaves cases in every place, incidents, rotations and a server', () => {
  const statuses = Object.values(before).flatMap((document) => ('status' in document ? document.status : []));
  expect(new Set(statuses)).toEqual(
    new Set(['closed', 'withdrawn', 'merged', 'assigned', 'received', 'waitingOnSubmitter', 'open', 'resolved']),
  );
  expect(Object.keys(before).filter((id) => id.startsWith('rotations/'))).toHaveLength(2);
  expect(Object.keys(before).filter((id) => id.startsWith('officeServerViews/'))).toHaveLength(1);
});

it('nothing is written where all is as new', async () => {
  const { failed, seen, written } = await rebuiltWith(runningViews(desk.client));
  expect([failed, written]).toEqual([0, 0]);
  expect(seen).toBeGreaterThanOrEqual(Object.keys(before).length - 1);
  expect(await readModelDocuments(uri, databaseName)).toEqual(before);
});

it('what was dropped is made anew, each document as it was', { timeout: 120_000 }, async () => {
  await dropReadModel(uri, databaseName);
  expect(await readModelDocuments(uri, databaseName)).toEqual({});
  const { code, faults, output } = await rebuild();
  expect(faults).toBe('');
  expect(code).toBe(0);
  expect(output).toMatch(/The read model is as new: \d+ documents looked at, \d+ written\./);
  expect(await readModelDocuments(uri, databaseName)).toEqual(before);
});

it('the same from timelines and reports alone, for what Temporal has forgotten', async () => {
  await dropReadModel(uri, databaseName);
  expect(await rebuiltWith(forgetful(runningViews(desk.client)))).toMatchObject({ failed: 0 });
  const after = await readModelDocuments(uri, databaseName);
  // Which instant the last case answered an ended incident is told nowhere.
  const withoutInstant = (documents: Record<string, object>) =>
    Object.entries(documents).map(([id, document]) => {
      const isEnded = id.startsWith('incidents/') && 'status' in document && document.status === 'resolved';
      return [id, isEnded ? { ...document, updatedAt: null } : document];
    });
  expect(Object.fromEntries(withoutInstant(after))).toEqual(Object.fromEntries(withoutInstant(before)));
  await dropReadModel(uri, databaseName);
  await rebuiltWith(runningViews(desk.client));
});

it('a newer version is left alone, an older form is written again, and both can be read', async () => {
  const ended = Object.entries(before).filter(([id, document]) => {
    return id.startsWith('cases/') && 'status' in document && document.status === 'closed';
  });
  const [newer = '', older = ''] = ended.map(([id]) => id.slice('cases/'.length));
  await withDatabase(uri, databaseName, async (database) => {
    const cases = database.collection<{ _id: string; version: number; schemaVersion?: number }>('cases');
    await cases.updateOne({ _id: newer }, { $set: { version: 10_000, title: 'lebih baru' } });
    await cases.updateOne({ _id: older }, { $set: { category: 'hilang' }, $unset: { schemaVersion: '' } });
  });
  expect(await store.cases.find(older)).toMatchObject({ caseId: older, status: 'closed' });
  const { failed, written } = await rebuiltWith(runningViews(desk.client));
  expect([failed, written]).toEqual([0, 1]);
  const after = await readModelDocuments(uri, databaseName);
  expect(after[`cases/${newer}`]).toMatchObject({ version: 10_000, title: 'lebih baru' });
  expect(after[`cases/${older}`]).toEqual(before[`cases/${older}`]);
});

it('cases that move while it is made anew end as their workflows say', async () => {
  await dropReadModel(uri, databaseName);
  const views = runningViews(desk.client);
  const [{ failed }] = await Promise.all([rebuiltWith(views), bustle(desk)]);
  expect(failed).toBe(0);
  await vi.waitUntil(isTold, { timeout: 20_000, interval: 250 });
  expect(await rebuiltWith(views)).toMatchObject({ failed: 0, written: 0 });
  const after = await readModelDocuments(uri, databaseName);
  const cases = Object.entries(before).filter(([id]) => id.startsWith('cases/'));
  for (const [id, document] of cases) expect(after[id]).toEqual(document);
});

it('nobody is told anew of a case that is as it was', async () => {
  await dropReadModel(uri, databaseName);
  await rebuiltWith(runningViews(desk.client));
  const news = await withDatabase(uri, databaseName, (database) =>
    database.collection('cases').countDocuments({ slot: { $exists: true } }),
  );
  expect(news).toBe(0);
});
