import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeStore } from '../../../store/fake-store.ts';
import { StoreUnavailable } from '../../../store/store-errors.ts';
import type { Change } from '../../../store/changes/change-repository.ts';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';
import type { TestClient } from '../../support/api/test-client.ts';

let api: TestApi;
let supervisor: TestClient;
/** Appending the audit's nth entry (from 1) fails while it is in here. */
let failing: (nth: number) => boolean;

beforeEach(async () => {
  failing = () => false;
  const store = fakeStore();
  const append = store.changes.append.bind(store.changes);
  let nth = 0;
  const changes = {
    ...store.changes,
    append: (change: Omit<Change, 'no'>) => {
      nth += 1;
      return failing(nth) ? Promise.reject(new StoreUnavailable('test')) : append(change);
    },
  };
  api = await buildTestApi({ store: { ...store, changes } });
  supervisor = await api.signedIn('pengawas');
});
afterEach(() => api.close());

const audited = () => api.store.changes.list({}, { limit: 100 });
const briefly = async () => (await audited()).map(({ kind, subjectId, action }) => [kind, subjectId, action]);

const roster = '/v1/desks/layanan/rotations/tier-1/roster';
const orders = [
  ['availability', '/v1/agents/petugas-a/availability', { availability: 'away' }, 'petugas-a'],
  ['capacity', '/v1/agents/petugas-a/capacity', { capacity: 3 }, 'petugas-a'],
  ['roster', roster, { agentIds: ['petugas-b', 'petugas-a'] }, 'layanan/tier-1'],
] as const;

describe.each(orders)('an order about %s', (kind, path, body, subjectId) => {
  it('is audited as asked and as taken, under one id, with who, when and what', async () => {
    expect(await supervisor.put(path, body)).toMatchObject({ status: 200 });
    const [asked, taken, ...others] = await audited();
    const told = { kind, subjectId, actorId: 'pengawas', at: api.clock.now.toISOString(), before: null };
    expect(asked).toMatchObject({ ...told, action: 'asked', after: { deskId: 'layanan', tier: 'tier-1', ...body } });
    expect(taken).toMatchObject({ ...told, action: 'taken', after: asked!.after! });
    expect(asked!.after!.orderId).toMatch(/^[\da-f-]{36}$/);
    expect(others).toEqual([]);
    await supervisor.put(path, body);
    expect((await audited()).at(-1)!.after!.orderId).not.toBe(asked!.after!.orderId);
  });

  it('that Temporal did not take is never called taken', async () => {
    api.engine.down = true;
    expect(await supervisor.put(path, body)).toMatchObject({ status: 503 });
    expect(await briefly()).toEqual([[kind, subjectId, 'asked']]);
  });

  it('is not given while it cannot be audited', async () => {
    failing = () => true;
    expect(await supervisor.put(path, body)).toMatchObject({ status: 503, body: { code: 'store_unavailable' } });
    expect(api.engine.rotationSignals).toEqual([]);
    expect(await audited()).toEqual([]);
  });

  it('that is in force is not refused because its second entry is lost', async () => {
    failing = (nth) => nth === 2;
    expect(await supervisor.put(path, body)).toMatchObject({ status: 200 });
    expect(api.engine.rotationSignals).toHaveLength(1);
    expect(await briefly()).toEqual([[kind, subjectId, 'asked']]);
    expect(api.logs.filter(({ orderId }) => orderId !== undefined)).toHaveLength(1);
  });
});

it('what is refused is not in the audit', async () => {
  const agent = await api.signedIn('petugas-b');
  const answers = await Promise.all([
    agent.put('/v1/agents/petugas-a/availability', { availability: 'away' }),
    agent.put('/v1/agents/petugas-a/capacity', { capacity: 1 }),
    supervisor.put('/v1/agents/petugas-a/availability', { availability: 'asleep' }),
    supervisor.put('/v1/agents/petugas-a/availability', { availability: 'away', until: '2020-01-01T00:00:00.000Z' }),
    supervisor.put(roster, { agentIds: ['petugas-q'] }),
    supervisor.put(roster, { agentIds: ['petugas-a'] }, { 'if-match': '"9"' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 400, 400, 400, 412]);
  expect(await audited()).toEqual([]);
});

it('agents say for themselves when they are away, and the audit says so', async () => {
  const agent = await api.signedIn('petugas-a');
  await agent.put('/v1/agents/petugas-a/availability', { availability: 'leave', handover: true });
  expect((await audited()).map(({ actorId }) => actorId)).toEqual(['petugas-a', 'petugas-a']);
  const admin = await api.signedIn('admin');
  const { body } = await admin.get<{ items: object[] }>('/v1/audit?kind=availability&subjectId=petugas-a');
  expect(body.items).toMatchObject([{ action: 'asked', after: { handover: true } }, { action: 'taken' }]);
});

describe('webhooks', () => {
  const hook = { url: 'https://sistem.example/kait', events: ['assigned'] };

  it('are audited from the first to the last, and never with a secret', async () => {
    const admin = await api.signedIn('admin');
    const made = await admin.post<{ id: string; secret: string }>('/v1/webhooks', hook);
    const { id, secret } = made.body;
    const path = `/v1/webhooks/${id}`;
    await admin.request('PATCH', path, { body: { active: false } });
    await admin.request('PATCH', path, { body: { active: false } });
    const renewed = await admin.post<{ secret: string }>(`${path}/secret`);
    await admin.delete(path);
    expect(await briefly()).toEqual([
      ['webhook', id, 'created'],
      ['webhook', id, 'changed'],
      ['webhookSecret', id, 'renewed'],
      ['webhook', id, 'deleted'],
    ]);
    const entries = await audited();
    expect(entries[1]).toMatchObject({ actorId: 'admin', before: { active: true }, after: { ...hook, active: false } });
    expect(entries[3]).toMatchObject({ before: { ...hook, active: false }, after: null });
    for (const word of [secret, renewed.body.secret]) expect(JSON.stringify(entries)).not.toContain(word);
  });

  it('are in force only once they are audited', async () => {
    const admin = await api.signedIn('admin');
    failing = () => true;
    expect(await admin.post('/v1/webhooks', hook)).toMatchObject({ status: 503 });
    expect(await api.store.webhooks.list()).toEqual([]);
    failing = () => false;
    const { body } = await admin.post<{ id: string; secret: string }>('/v1/webhooks', hook);
    failing = () => true;
    expect(await admin.request('PATCH', `/v1/webhooks/${body.id}`, { body: { active: false } })).toMatchObject({
      status: 503,
    });
    expect(await admin.post(`/v1/webhooks/${body.id}/secret`)).toMatchObject({ status: 503 });
    expect(await admin.delete(`/v1/webhooks/${body.id}`)).toMatchObject({ status: 503 });
    expect(await api.store.webhooks.find(body.id)).toMatchObject({ active: true, secret: body.secret });
  });

  it('keep the secret that was renewed while another admin changed them', async () => {
    const admin = await api.signedIn('admin');
    const { body } = await admin.post<{ id: string }>('/v1/webhooks', hook);
    const path = `/v1/webhooks/${body.id}`;
    const [renewed] = await Promise.all([
      admin.post<{ secret: string }>(`${path}/secret`),
      admin.request('PATCH', path, { body: { description: 'Dasbor' } }),
    ]);
    expect(await api.store.webhooks.find(body.id)).toMatchObject({
      secret: renewed.body.secret,
      description: 'Dasbor',
    });
  });
});
