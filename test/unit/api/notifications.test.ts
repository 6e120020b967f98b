import { afterEach, beforeEach, expect, it } from 'vitest';
import { notificationKinds, notificationKindNames } from '../../../workflows/notifications/notification-types.ts';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';
import { buildNotification } from '../../support/builders/notification-builder.ts';

interface Page {
  items: { id: string; text: string; readAt: string | null; agent: { name: string } | null }[];
  unread: number;
  nextCursor?: string;
}

let api: TestApi;
beforeEach(async () => {
  api = await buildTestApi();
});
afterEach(() => api.close());

const tell = async (recipientId: string, count: number) => {
  const rows = Array.from({ length: count }, (_, index) =>
    buildNotification({ recipientId, kind: 'assigned', at: `2026-11-24T00:0${index}:00.000Z` }),
  );
  await api.store.notifications.append(rows);
  return rows.map(({ notificationId }) => notificationId);
};

it('lists one’s own, newest first, in pages, in the language asked for', async () => {
  const ids = await tell('xyz', 3);
  await tell('def', 2);
  const client = await api.signedIn('xyz');
  const first = await client.get<Page>('/v1/notifications?limit=2');
  expect(first.body.items.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
  expect(first.body).toMatchObject({ unread: 3, items: [{ agent: { name: 'Petugas A' }, readAt: null }, {}] });
  const second = await client.get<Page>(`/v1/notifications?limit=2&cursor=${first.body.nextCursor}`);
  expect(second.body.items.map(({ id }) => id)).toEqual([ids[0]]);
  expect(second.body.nextCursor).toBeUndefined();
  expect(first.body.items[0]?.text).toContain('has reached Petugas A');
  const indonesian = await client.get<Page>('/v1/notifications', { 'accept-language': 'id' });
  expect(indonesian.body.items[0]?.text).toContain('sudah sampai pada Petugas A');
});

it('marks as read what is one’s own, and nothing else', async () => {
  const [id = ''] = await tell('xyz', 2);
  const [xyz, def] = await Promise.all([api.signedIn('xyz'), api.signedIn('def')]);
  expect(await def.post(`/v1/notifications/${id}/read`)).toMatchObject({ status: 404 });
  expect(await xyz.post('/v1/notifications/unknown/read')).toMatchObject({ status: 404 });
  expect(await xyz.post(`/v1/notifications/${id}/read`)).toMatchObject({ status: 204 });
  expect(await xyz.post(`/v1/notifications/${id}/read`)).toMatchObject({ status: 204 });
  const unread = await xyz.get<Page>('/v1/notifications?unread=true');
  expect(unread.body).toMatchObject({ unread: 1 });
  expect(unread.body.items).toHaveLength(1);
  expect((await xyz.get<Page>('/v1/notifications')).body.items.find((one) => one.id === id)?.readAt).not.toBeNull();
});

it('marks all as read, up to what was seen', async () => {
  const ids = await tell('xyz', 3);
  const client = await api.signedIn('xyz');
  await client.post('/v1/notifications/read-all', { upTo: '2026-11-24T07:01:30+07:00' });
  expect((await client.get<Page>('/v1/notifications?unread=true')).body.items.map(({ id }) => id)).toEqual([ids[2]]);
  expect(await client.post('/v1/notifications/read-all')).toMatchObject({ status: 204 });
  expect((await client.get<Page>('/v1/notifications?unread=true')).body).toMatchObject({ items: [], unread: 0 });
});

it.each([
  ['/v1/notifications?unread=ja', 'validation_failed'],
  ['/v1/notifications?limit=101', 'validation_failed'],
  ['/v1/notifications?cursor=x', 'invalid_cursor'],
])('refuses %s', async (path, code) => {
  const client = await api.signedIn('xyz');
  expect(await client.get(path)).toMatchObject({ status: 400, body: { code } });
});

it('lets everybody choose what is mailed to them, of what they can be told', async () => {
  const client = await api.signedIn('xyz');
  const usual = await client.get<{ mail: Record<string, boolean> }>('/v1/notifications/choices');
  const ofSubmitters = notificationKindNames.filter((kind) => notificationKinds[kind].audience === 'submitter');
  expect(Object.keys(usual.body.mail).sort()).toEqual([...ofSubmitters].sort());
  expect(usual.body).toMatchObject({ language: 'id', email: null, mail: { resolved: true, closed: false } });
  const choice = { language: 'en', mail: { resolved: false, closed: true } };
  expect(await client.put('/v1/notifications/choices', choice)).toMatchObject({ status: 200, body: choice });
  expect(await client.put('/v1/notifications/choices', { mail: { asked: false } })).toMatchObject({ status: 200 });
  expect((await client.get('/v1/notifications/choices')).body).toMatchObject({
    language: 'en',
    mail: { resolved: false, closed: true, asked: false, replied: true },
  });
  for (const bad of [{ language: 'fr' }, { mail: { unknown: true } }, { mail: { resolved: 'ya' } }, { email: 'x@x' }]) {
    expect(await client.put('/v1/notifications/choices', bad)).toMatchObject({ status: 400 });
  }
});
