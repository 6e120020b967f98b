import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EventStream } from '../../../api/events/event-stream.ts';
import { FeedTail } from '../../../api/events/feed-tail.ts';
import { fakeStore } from '../../../store/fake-store.ts';
import { followEvents } from '../../support/api/event-reader.ts';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';
import { buildCaseView } from '../../support/builders/case-view-builder.ts';
import { buildNotification } from '../../support/builders/notification-builder.ts';

const patience = { timeout: 6_000, interval: 50 };

describe('GET /v1/events', () => {
  let api: TestApi;
  const open: Awaited<ReturnType<typeof followEvents>>[] = [];
  beforeEach(async () => {
    api = await buildTestApi();
  });
  afterEach(async () => {
    for (const reader of open.splice(0)) await reader.stop();
    await api.close();
  });

  const follow = async (username: string, lastEventId?: string, at = api) => {
    const client = await at.signedIn(username);
    const reader = await followEvents(at.url, { cookie: client.cookie() ?? '' }, lastEventId);
    open.push(reader);
    return reader;
  };
  const now = () => new Date().toISOString();

  it('tells of cases that one may read, and of one’s own news, without anybody’s text', async () => {
    const [xyz, def, agent, elsewhere, admin] = await Promise.all(
      ['xyz', 'def', 'petugas-a', 'agen-lain', 'admin'].map((name) => follow(name)),
    );
    expect(xyz?.response.headers.get('content-type')).toContain('text/event-stream');
    const view = buildCaseView({ reporterIds: ['xyz'], title: 'RAHASIA xyz' });
    await api.store.cases.record(view);
    const news = buildNotification({
      recipientId: 'xyz',
      kind: 'assigned',
      caseId: view.caseId,
      at: now(),
      recordedAt: now(),
    });
    await api.store.notifications.append([news]);
    await vi.waitFor(() => expect(xyz?.named('notification')).toHaveLength(1), patience);
    await vi.waitFor(() => expect(agent?.named('complaint')).toHaveLength(1), patience);
    expect(xyz?.named('complaint')[0]?.data).toMatchObject({ id: view.caseId, status: 'assigned', version: 1 });
    expect(xyz?.named('notification')[0]?.data).toMatchObject({ id: news.notificationId, readAt: null });
    for (const reader of [def, elsewhere, admin]) expect(reader?.events.map(({ event }) => event)).toEqual(['ready']);
    expect(agent?.named('notification')).toEqual([]);
    expect(JSON.stringify(xyz?.events)).not.toContain('RAHASIA');
  });

  it('goes on where it was, in another process too, without a gap', async () => {
    const first = await follow('xyz');
    await api.store.notifications.append([buildNotification({ recipientId: 'xyz', recordedAt: now() })]);
    await vi.waitFor(() => expect(first.named('notification')).toHaveLength(1), patience);
    const last = first.events.at(-1)?.id ?? '';
    await first.stop();
    const missed = buildNotification({ recipientId: 'xyz', recordedAt: now() });
    await api.store.notifications.append([missed]);
    const other = await buildTestApi({ store: api.store, people: false });
    try {
      const second = await follow('xyz', last, other);
      await vi.waitFor(() => expect(second.named('notification')).toHaveLength(1), patience);
      expect(second.named('notification')[0]?.data).toMatchObject({ id: missed.notificationId });
      await second.stop();
    } finally {
      await other.close();
    }
  });

  it('says so when it cannot know what was missed', async () => {
    const late = await follow('xyz', `${Date.now() - 3_600_000}-lama`);
    await vi.waitFor(() => expect(late.named('reset')).toHaveLength(1), patience);
  });

  it('is refused to nobody signed in, to a broken Last-Event-ID, and to one who opens too many', async () => {
    expect((await fetch(`${api.url}/v1/events`)).status).toBe(401);
    const client = await api.signedIn('xyz');
    expect(await client.get('/v1/events', { 'last-event-id': 'x' })).toMatchObject({ status: 400 });
    for (let n = 0; n < 6; n += 1) await follow('xyz');
    expect(await client.get('/v1/events')).toMatchObject({ status: 429, body: { code: 'too_many_streams' } });
    await open[0]?.stop();
    await vi.waitFor(async () => expect((await follow('xyz')).response.status).toBe(200), patience);
  });
});

describe('the tail of the store', () => {
  it('looks once for all who listen, not at all when nobody does, and tells each thing once', async () => {
    const store = fakeStore();
    const looks = vi.spyOn(store.cases, 'recordedIn');
    const tail = new FeedTail({ ...store, cases: { ...store.cases, recordedIn: looks } }, { everyMs: 20 });
    const heard: string[][] = [[], []];
    const leave = await Promise.all(
      heard.map((keys) => tail.listen((news) => news !== 'missed' && keys.push(...news.map(({ key }) => key)))),
    );
    await store.cases.record(buildCaseView({ caseId: 'c', version: 1 }));
    await vi.waitFor(() => expect(heard).toEqual([['c.1'], ['c.1']]));
    await store.cases.record(buildCaseView({ caseId: 'c', version: 2 }));
    await vi.waitFor(() =>
      expect(heard).toEqual([
        ['c.1', 'c.2'],
        ['c.1', 'c.2'],
      ]),
    );
    expect(tail.since(Date.now())?.map(({ key }) => key)).toEqual(['c.1', 'c.2']);
    expect(tail.since(Date.now() - 400_000)).toBeNull();
    for (const end of leave) end();
    // It forgets what it has seen when it rests.
    await vi.waitFor(() => expect(tail.since(Date.now())).toEqual([]));
    const before = looks.mock.calls.length;
    // Another one tells the time: it would have looked as often.
    const elsewhere = fakeStore();
    const others = vi.fn(elsewhere.cases.recordedIn.bind(elsewhere.cases));
    const cases = { ...elsewhere.cases, recordedIn: others };
    const other = new FeedTail({ ...elsewhere, cases }, { everyMs: 20 });
    const end = await other.listen(() => undefined);
    const first = others.mock.calls.length;
    await vi.waitFor(() => expect(others.mock.calls.length).toBeGreaterThan(first + 5));
    end();
    expect(looks.mock.calls.length).toBe(before);
  });

  it('finds what was written while it could not look, and says when that is too long ago', async () => {
    let available = true;
    let failedLooks = 0;
    const store = fakeStore({
      available: () => {
        if (!available) failedLooks += 1;
        return available;
      },
    });
    const tail = new FeedTail(store, { everyMs: 10, windowMs: 300, overlapMs: 50 });
    const heard: unknown[] = [];
    const end = await tail.listen((news) => heard.push(...(news === 'missed' ? [news] : news.map(({ key }) => key))));
    await store.cases.record(buildCaseView({ caseId: 'during', version: 1 }));
    available = false;
    await vi.waitFor(() => expect(failedLooks).toBeGreaterThan(2));
    available = true;
    await vi.waitFor(() => expect(heard).toEqual(['during.1']));
    available = false;
    const before = failedLooks;
    await vi.waitFor(() => expect(failedLooks).toBeGreaterThan(before + 2));
    const real = Date.now.bind(Date);
    const later = vi.spyOn(Date, 'now').mockImplementation(() => real() + 450);
    available = true;
    await vi.waitFor(() => expect(heard).toContain('missed'));
    later.mockRestore();
    end();
  });
});

it('a reader who does not read is let go, not waited for', () => {
  const stream = new EventStream(1000);
  for (let n = 0; n < 400 && !stream.destroyed; n += 1) stream.send({ id: '1', event: 'x', data: 'y'.repeat(1000) });
  expect(stream.destroyed).toBe(true);
  stream.send({ id: '2', event: 'x' });
  const ended = new EventStream(1000);
  ended.end();
  ended.end();
  expect(() => ended.send({ id: '3', event: 'x' })).not.toThrow();
});
