import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { mongo } from 'mongoose';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { chainReport } from '../../api/admin/chain-report.ts';
import { verifyAudit, verifyTimelines } from '../../api/admin/chain-verification.ts';
import { connectStore } from '../../store/connect-store.ts';
import type { Store } from '../../store/store.ts';
import { chained, chainStart } from '../../workflows/kernel/timeline-chain.ts';
import type { ChainHead } from '../../workflows/kernel/timeline-types.ts';
import { buildChange } from '../support/store/change-contract.ts';
import { dropDatabase, randomDatabaseName, withDatabase } from '../support/store/test-database.ts';

const uri = inject('mongodbUri');
let databaseName: string;
let store: Store;

beforeEach(async () => {
  databaseName = randomDatabaseName();
  store = await connectStore({ uri, databaseName });
});
afterEach(async () => {
  await store.close();
  await dropDatabase(uri, databaseName);
});

/** Whoever has the store's password and no part in the product. */
const tamper = (collection: string, act: (rows: mongo.Collection) => Promise<unknown>) =>
  withDatabase(uri, databaseName, (database) => act(database.collection(collection)));

async function writeChanges(count: number): Promise<void> {
  for (let index = 1; index <= count; index += 1)
    await store.changes.append(buildChange({ actorId: `admin-${index}` }));
}

async function writeHistory(caseId: string, count: number): Promise<void> {
  let head: ChainHead = chainStart;
  const entries = Array.from({ length: count }, (_, at) => {
    const entry = chained(caseId, head, { type: 'noted', actor: { id: 'xyz', role: 'submitter' }, data: { at } }, at);
    head = entry;
    return entry;
  });
  await store.timelines.append(entries);
}

/** Swaps the numbers of two rows. */
async function swap(rows: mongo.Collection, one: number, other: number): Promise<void> {
  const numbered = async (from: number, to: number) => rows.updateOne({ no: from }, { $set: { no: to } });
  await numbered(one, 1_000);
  await numbered(other, one);
  await numbered(1_000, other);
}

describe('the chain of the audit', () => {
  it('is one chain when several processes write at once', async () => {
    const others = await Promise.all([1, 2].map(() => connectStore({ uri, databaseName })));
    try {
      const writers = [store, ...others].flatMap((each) => Array.from({ length: 8 }, () => each));
      const taken = await Promise.all(writers.map((each) => each.changes.append(buildChange())));
      expect(taken).toEqual(writers.map(() => true));
    } finally {
      await Promise.all(others.map((each) => each.close()));
    }
    expect(await verifyAudit(store)).toMatchObject({ entries: 24, withoutHash: 0, broken: null });
  });

  it.each<[string, number, (rows: mongo.Collection) => Promise<unknown>]>([
    ['what was after is changed', 4, (rows) => rows.updateOne({ no: 4 }, { $set: { 'after.name': 'Lain' } })],
    ['who did it is changed', 4, (rows) => rows.updateOne({ no: 4 }, { $set: { actorId: 'somebody' } })],
    ['one in the middle is removed', 3, (rows) => rows.deleteOne({ no: 3 })],
    ['the first one is removed', 1, (rows) => rows.deleteOne({ no: 1 })],
    ['two change their places', 2, (rows) => swap(rows, 2, 5)],
    ['a hash is taken away', 4, (rows) => rows.updateOne({ no: 4 }, { $unset: { hash: 1 } })],
    [
      'content is emptied that nobody may erase',
      4,
      (rows) => rows.updateOne({ no: 4 }, { $set: { before: null, after: null }, $unset: { salt: 1 } }),
    ],
  ])('shows that %s', async (_what, no, act) => {
    await writeChanges(6);
    expect(await verifyAudit(store)).toMatchObject({ entries: 6, broken: null });
    await tamper('changes', act);
    expect(await verifyAudit(store)).toMatchObject({ entries: no - 1, broken: { no } });
  });

  it('shows that an account was emptied that nobody anonymised', async () => {
    const account = { kind: 'user', subjectId: 'xyz' } as const;
    await store.changes.append(buildChange({ ...account, version: 1 }));
    await store.changes.append(buildChange());
    await store.changes.erase({ ...account, below: 2 });
    expect(await verifyAudit(store)).toMatchObject({ entries: 2, erased: 1, broken: { no: 1 } });
    await store.changes.append(buildChange({ ...account, version: 2, action: 'anonymised' }));
    expect(await verifyAudit(store)).toMatchObject({ entries: 3, erased: 1, broken: null });
  });

  it('counts apart what was written before there was one, and goes on after it', async () => {
    await writeChanges(2);
    await tamper('changes', (rows) => rows.updateMany({}, { $unset: { hash: 1, salt: 1, contentHash: 1 } }));
    const later = await connectStore({ uri, databaseName });
    await later.changes.append(buildChange());
    await later.changes.append(buildChange());
    await later.close();
    expect(await verifyAudit(store)).toMatchObject({ entries: 4, withoutHash: 2, broken: null });
    await tamper('changes', (rows) => rows.updateOne({ no: 3 }, { $set: { action: 'other' } }));
    expect(await verifyAudit(store)).toMatchObject({ broken: { no: 3 } });
  });

  it('shows that its end was cut off to who has kept an entry', async () => {
    await writeChanges(3);
    const { head } = await verifyAudit(store);
    const known = `${head.no}:${head.hash}`;
    expect((await chainReport(store, known)).sound).toBe(true);
    await tamper('changes', (rows) => rows.deleteOne({ no: 3 }));
    expect((await chainReport(store)).sound).toBe(true);
    const { lines, sound } = await chainReport(store, known);
    expect(sound).toBe(false);
    expect(lines.join('\n')).toContain('LOST: number 3');
    await expect(chainReport(store, 'three')).rejects.toThrow('--known');
  });
});

describe('the chains of histories', () => {
  it.each<[string, number, (rows: mongo.Collection) => Promise<unknown>]>([
    ['an entry is changed', 3, (rows) => rows.updateOne({ _id: 'case-b/3' as never }, { $set: { data: '{"at":9}' } })],
    [
      'an entry is no entry any more',
      2,
      (rows) => rows.updateOne({ _id: 'case-b/2' as never }, { $set: { data: '{' } }),
    ],
    ['the first one is removed', 1, (rows) => rows.deleteOne({ _id: 'case-b/1' as never })],
    ['one in the middle is removed', 2, (rows) => rows.deleteOne({ _id: 'case-b/2' as never })],
  ])('show that %s, each for itself', async (_what, no, act) => {
    for (const caseId of ['case-a', 'case-b', 'incident:c']) await writeHistory(caseId, 4);
    expect(await verifyTimelines(store)).toEqual({ histories: 3, entries: 12, broken: [] });
    await tamper('timelines', act);
    expect(await verifyTimelines(store)).toMatchObject({ histories: 3, broken: [{ caseId: 'case-b', no }] });
  });
});

it('npm run admin -- verify-audit says what it found and ends with 1 when something is wrong', async () => {
  await writeChanges(3);
  await writeHistory('case-a', 4);
  const [, base, options = ''] = /^(mongodb:\/\/[^/]+\/)[^?]*(.*)$/.exec(uri) ?? [];
  const run = async () => {
    const env = { ...process.env, MONGODB_URI: `${base}${databaseName}${options}` };
    const args = ['--import', 'tsx', 'api/admin-main.ts', 'verify-audit'];
    const ended = promisify(execFile)(process.execPath, args, { env });
    return ended.then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
    );
  };
  const sound = await run();
  expect(sound).toMatchObject({ code: 0 });
  expect(sound.stdout).toMatch(/Audit: 3 entries [\s\S]*last: 3:[0-9a-f]{64}\nHistories: 1 of 1 .* 4 entries/);
  await tamper('changes', (rows) => rows.deleteOne({ no: 2 }));
  await tamper('timelines', (rows) => rows.deleteOne({ _id: 'case-a/3' as never }));
  const broken = await run();
  expect(broken).toMatchObject({ code: 1 });
  expect(broken.stdout).toContain('BROKEN at number 2');
  expect(broken.stdout).toContain('BROKEN: case-a at number 3');
}, 60_000);
