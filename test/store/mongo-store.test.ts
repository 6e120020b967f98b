import { afterAll, expect, inject, it } from 'vitest';
import { connectStore } from '../../store/connect-store.ts';
import type { Store } from '../../store/store.ts';
import { buildCaseView } from '../support/builders/case-view-builder.ts';
import { buildReport } from '../support/builders/report-builder.ts';
import { buildTimelineEntry } from '../support/builders/timeline-builder.ts';
import { buildTurns } from '../support/builders/turn-builder.ts';
import { describeStore } from '../support/store/store-contract.ts';
import { dropDatabase, randomDatabaseName, withDatabase } from '../support/store/test-database.ts';

const uri = inject('mongodbUri');
const databases: string[] = [];

async function freshStore(): Promise<Store> {
  const databaseName = randomDatabaseName();
  databases.push(databaseName);
  return connectStore({ uri, databaseName });
}

afterAll(async () => {
  for (const name of databases) await dropDatabase(uri, name);
});

describeStore('the store on the MongoDB protocol', freshStore);

it('has every index as soon as it is connected, also when several processes connect at once', async () => {
  const databaseName = randomDatabaseName();
  databases.push(databaseName);
  const stores = await Promise.all([1, 2, 3, 4].map(() => connectStore({ uri, databaseName })));
  try {
    await Promise.all(stores.map((store) => store.ping(2000)));
  } finally {
    await Promise.all(stores.map((store) => store.close()));
  }
  const indexes = await withDatabase(uri, databaseName, async (database) => {
    const found = await Promise.all(
      ['cases', 'reports', 'timelines', 'turns', 'users', 'tokens'].map(async (name) =>
        (await database.collection(name).indexes()).map(
          ({ key, unique }) => `${name} ${Object.keys(key).join(' ')}${unique === true ? ' unique' : ''}`,
        ),
      ),
    );
    return found.flat();
  });
  expect(indexes).toEqual(
    expect.arrayContaining([
      'cases number',
      'cases openAgentId createdAt _id',
      'cases receivedOn createdAt _id',
      'reports candidateNumber unique',
      'reports placement receivedAt _id',
      'timelines caseId no',
      'timelines deskDay',
      'turns day',
      'reports knowinglyOn',
      'turns block seq',
      'users username unique',
      'tokens tokenHash unique',
    ]),
  );
});

it('hands out nothing but the fields of the interfaces', async () => {
  const store = await freshStore();
  const [view, report, entry, turns] = [buildCaseView(), buildReport(), buildTimelineEntry(), buildTurns(1, 1)];
  const keys = (value: object | null | undefined) => Object.keys(value ?? {}).sort();
  try {
    await store.cases.record(view);
    await store.reports.insert(report);
    await store.timelines.append([entry], {
      place: { deskId: 'layanan', officeId: '123', systemId: 'sipd' },
      standing: { version: 1 },
    });
    await store.turns.append(turns);
    expect(keys(await store.cases.find(view.caseId))).toEqual(keys(view));
    expect(keys(await store.reports.find(report.reportId))).toEqual(keys(report));
    const [foundEntry] = await store.timelines.ofCase(entry.caseId, { afterNo: 0, limit: 1 });
    expect(keys(foundEntry)).toEqual(keys(entry));
    expect(keys((await store.turns.list({ deskId: 'layanan', tier: 'tier-1' }, { after: 0, limit: 1 }))[0])).toEqual(
      keys(turns[0]),
    );
  } finally {
    await store.close();
  }
});

it('takes no operator for a value, even past the types', async () => {
  const store = await freshStore();
  const operator = { $ne: 'nobody' } as unknown as string;
  try {
    await store.cases.record(buildCaseView({ deskId: 'guarded' }));
    await expect(store.cases.find(operator)).rejects.toThrow();
    await expect(store.reports.find(operator)).rejects.toThrow(/Cast to string failed/);
    await expect(store.users.findByUsername(operator)).rejects.toThrow(/Cast to string failed/);
    await expect(store.cases.list({ deskId: operator }, { limit: 9 })).rejects.toThrow(/Cast to string failed/);
    const stray = { $where: 'true' } as object;
    await expect(store.cases.list(stray, { limit: 9 })).rejects.toThrow();
    await expect(store.cases.list({ unknown: 1 } as object, { limit: 9 })).rejects.toThrow();
  } finally {
    await store.close();
  }
});
