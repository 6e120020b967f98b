import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followEvents } from '../support/api/event-reader.ts';
import { realStore } from '../support/api/real-store.ts';
import { buildTestApi, type TestApi } from '../support/api/test-api.ts';
import { buildCaseView } from '../support/builders/case-view-builder.ts';
import { buildNotification } from '../support/builders/notification-builder.ts';

const patience = { timeout: 20_000, interval: 100 };

let api: TestApi;
/** Another process on the same store. */
let other: TestApi;
let drop: () => Promise<void>;
const readers: Awaited<ReturnType<typeof followEvents>>[] = [];

beforeEach(async () => {
  const real = await realStore();
  drop = real.drop;
  api = await buildTestApi({ store: real.store });
  other = await buildTestApi({ store: real.store, people: false });
});
afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.stop();
  await Promise.all([api.close(), other.close()]);
  await drop();
});

const follow = async (username: string, at: TestApi, lastEventId?: string) => {
  const client = await at.signedIn(username);
  const reader = await followEvents(at.url, { cookie: client.cookie() ?? '' }, lastEventId);
  readers.push(reader);
  expect(reader.response.status).toBe(200);
  return reader;
};
const idsOf = (reader: (typeof readers)[number], name: string) => reader.named(name).map(({ data }) => data.id);
const news = (recipientId: string) => buildNotification({ recipientId, recordedAt: new Date().toISOString() });

it('what is written to the store is told to whom it concerns, by every process', async () => {
  const [xyz, agent, elsewhere] = [
    await follow('xyz', api),
    await follow('petugas-a', other),
    await follow('agen-lain', other),
  ];
  const view = buildCaseView({ reporterIds: ['xyz'], title: 'RAHASIA' });
  await api.store.cases.record(view);
  const told = news('xyz');
  await api.store.notifications.append([told]);
  await vi.waitFor(() => expect(idsOf(xyz, 'notification')).toEqual([told.notificationId]), patience);
  await vi.waitFor(
    () => expect([xyz, agent].map((reader) => idsOf(reader, 'complaint'))).toEqual([[view.caseId], [view.caseId]]),
    patience,
  );
  await api.store.cases.record({ ...view, status: 'inProgress', version: 2 });
  await vi.waitFor(() => expect(agent.named('complaint').map(({ data }) => data.version)).toEqual([1, 2]), patience);
  expect([idsOf(agent, 'notification'), idsOf(elsewhere, 'complaint')]).toEqual([[], []]);
  expect(JSON.stringify(xyz.events)).not.toContain('RAHASIA');
});

it('whoever comes back, to another process, gets what was written meanwhile and nothing twice', async () => {
  const first = await follow('xyz', api);
  const seen = news('xyz');
  await api.store.notifications.append([seen]);
  await vi.waitFor(() => expect(idsOf(first, 'notification')).toEqual([seen.notificationId]), patience);
  const last = first.events.at(-1)?.id ?? '';
  await first.stop();
  const missed = [news('xyz'), news('xyz')];
  await api.store.notifications.append(missed);
  const second = await follow('xyz', other, last);
  const wanted = new Set(missed.map(({ notificationId }) => notificationId));
  await vi.waitFor(() => expect(new Set(idsOf(second, 'notification'))).toEqual(wanted), patience);
  expect(idsOf(second, 'notification')).toHaveLength(2);
});

it('a stream ends when its account is shut in another process', async () => {
  const [gone, staying] = [await follow('xyz', api), await follow('def', api)];
  const admin = await other.signedIn('admin');
  expect(await admin.post('/v1/users/xyz/deactivate')).toMatchObject({ status: 200 });
  await vi.waitFor(() => expect(gone.hasEnded()).toBe(true), patience);
  expect(staying.hasEnded()).toBe(false);
});
