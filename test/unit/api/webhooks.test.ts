import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';

interface Hook {
  id: string;
  secret?: string;
  active: boolean;
}

let api: TestApi;
beforeEach(async () => {
  api = await buildTestApi();
});
afterEach(() => api.close());

const body = { url: 'https://sistem.example/kait', events: ['assigned', 'resolved'] };
const made = async () => (await (await api.signedIn('admin')).post<Hook>('/v1/webhooks', body)).body;

it('is made with a secret that is shown once', async () => {
  const admin = await api.signedIn('admin');
  const { status, body: hook } = await admin.post<Hook>('/v1/webhooks', body);
  expect([status, hook]).toMatchObject([201, { ...body, active: true, description: '' }]);
  expect(hook.secret).toMatch(/^giliran_wh_[\w-]{43}$/);
  const shown = await admin.get<Hook>(`/v1/webhooks/${hook.id}`);
  expect(shown.body).not.toHaveProperty('secret');
  expect((await admin.get<{ items: Hook[] }>('/v1/webhooks')).body.items).toEqual([shown.body]);
  const renewed = await admin.post<Hook>(`/v1/webhooks/${hook.id}/secret`);
  expect(renewed.body.secret).toMatch(/^giliran_wh_/);
  expect(renewed.body.secret).not.toBe(hook.secret);
  expect((await api.store.webhooks.find(hook.id))?.secret).toBe(renewed.body.secret);
});

it('is changed, switched off and removed', async () => {
  const { id } = await made();
  const admin = await api.signedIn('admin');
  const change = { active: false, events: ['*'], description: 'Dasbor' };
  expect(await admin.request('PATCH', `/v1/webhooks/${id}`, { body: change })).toMatchObject({
    status: 200,
    body: change,
  });
  expect(await admin.delete(`/v1/webhooks/${id}`)).toMatchObject({ status: 204 });
  for (const method of ['GET', 'DELETE']) {
    expect(await admin.request(method, `/v1/webhooks/${id}`)).toMatchObject({ status: 404 });
  }
  expect(await admin.request('PATCH', `/v1/webhooks/${id}`, { body: change })).toMatchObject({ status: 404 });
  expect(await admin.post(`/v1/webhooks/${id}/secret`)).toMatchObject({ status: 404 });
});

it.each(['xyz', 'petugas-a', 'pengawas'])('is no business of %s', async (name) => {
  const { id } = await made();
  const client = await api.signedIn(name);
  expect(await client.get('/v1/webhooks')).toMatchObject({ status: 403 });
  expect(await client.post('/v1/webhooks', body)).toMatchObject({ status: 403 });
  expect(await client.get(`/v1/webhooks/${id}/deliveries`)).toMatchObject({ status: 403 });
  expect(await client.delete(`/v1/webhooks/${id}`)).toMatchObject({ status: 403 });
});

it.each([
  [{ ...body, url: 'http://sistem.example/' }, '#/url', 'url_not_allowed'],
  [{ ...body, url: 'https://user:pass@sistem.example/' }, '#/url', 'url_not_allowed'],
  [{ ...body, url: 'ftp://sistem.example/' }, '#/url', 'url_not_allowed'],
  [{ ...body, url: 'http://10.0.0.1/' }, '#/url', 'url_not_allowed'],
  [{ ...body, url: 'bukan alamat' }, '#/url', 'wrong_format'],
  [{ ...body, events: [] }, '#/events', 'too_short'],
  [{ ...body, events: ['a b'] }, '#/events/0', 'wrong_format'],
])('refuses %j', async (bad, pointer, code) => {
  const admin = await api.signedIn('admin');
  expect(await admin.post('/v1/webhooks', bad)).toMatchObject({ status: 400, body: { errors: [{ pointer, code }] } });
});

it('may lead to this machine in development only', async () => {
  const local = { ...body, url: 'http://127.0.0.1:9999/' };
  const admin = await api.signedIn('admin');
  expect(await admin.post('/v1/webhooks', local)).toMatchObject({ status: 201 });
  const production = await buildTestApi({ store: api.store, people: false, settings: { NODE_ENV: 'production' } });
  try {
    const client = production.client({ cookie: admin.cookie() ?? '' });
    expect(await client.post('/v1/webhooks', local)).toMatchObject({ status: 400 });
  } finally {
    await production.close();
  }
});

it('is one of twenty at most', async () => {
  const admin = await api.signedIn('admin');
  for (let n = 0; n < 20; n += 1) expect(await admin.post('/v1/webhooks', body)).toMatchObject({ status: 201 });
  expect(await admin.post('/v1/webhooks', body)).toMatchObject({ status: 422, body: { code: 'too_many_webhooks' } });
});

it('has a log, and sends again what is asked for', async () => {
  const { id } = await made();
  const admin = await api.signedIn('admin');
  const delivery = {
    ...{ deliveryId: 'd1', webhookId: id, event: 'assigned', caseId: 'c', body: '{}', state: 'failed' as const },
    ...{ attempts: 7, lastStatus: 500, lastError: 'x', lastAttemptAt: '2026-11-24T00:30:00.000Z' },
    createdAt: '2026-11-24T00:00:00.000Z',
  };
  await api.store.deliveries.append([
    delivery,
    { ...delivery, deliveryId: 'd2', createdAt: '2026-11-23T00:00:00.000Z' },
  ]);
  interface Log {
    items: { id: string }[];
    nextCursor?: string;
  }
  const first = await admin.get<Log>(`/v1/webhooks/${id}/deliveries?limit=1`);
  expect(first.body.items).toMatchObject([{ id: 'd1', state: 'failed', attempts: 7, lastStatus: 500 }]);
  const rest = await admin.get<Log>(`/v1/webhooks/${id}/deliveries?cursor=${first.body.nextCursor}`);
  expect(rest.body.items.map((one) => one.id)).toEqual(['d2']);
  const again = await admin.post(`/v1/webhooks/${id}/deliveries/d1/redeliver`);
  expect(again).toMatchObject({ status: 202, body: { id: 'd1', state: 'due' } });
  expect(api.engine.deliveries).toEqual(['d1']);
  expect(await api.store.deliveries.find('d1')).toMatchObject({ state: 'due', attempts: 7 });
  expect(await admin.post('/v1/webhooks/other/deliveries/d1/redeliver')).toMatchObject({ status: 404 });
  api.engine.down = true;
  expect(await admin.post(`/v1/webhooks/${id}/deliveries/d1/redeliver`)).toMatchObject({ status: 503 });
});

it('is changed and removed only as it was seen, when that is said', async () => {
  const admin = await api.signedIn('admin');
  const { id } = await made();
  const path = `/v1/webhooks/${id}`;
  const change = (version: number, body: object) =>
    admin.request('PATCH', path, { body, headers: { 'if-match': `"${version}"` } });
  expect((await admin.get(path)).headers.get('etag')).toBe('"1"');
  expect(await change(1, { description: 'Dasbor' })).toMatchObject({ status: 200, body: { version: 2 } });
  expect(await change(1, { active: false })).toMatchObject({ status: 412, body: { version: 2 } });
  expect(await admin.request('DELETE', path, { headers: { 'if-match': '"1"' } })).toMatchObject({ status: 412 });
  expect(await admin.get(path)).toMatchObject({ body: { active: true, description: 'Dasbor', version: 2 } });
  expect(await admin.request('DELETE', path, { headers: { 'if-match': '"2"' } })).toMatchObject({ status: 204 });
});
