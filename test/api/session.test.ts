import { afterAll, beforeAll, expect, it } from 'vitest';
import { realStore } from '../support/api/real-store.ts';
import { buildTestApi, type TestApi } from '../support/api/test-api.ts';

let api: TestApi;
let drop: () => Promise<void>;

beforeAll(async () => {
  const real = await realStore();
  drop = real.drop;
  api = await buildTestApi({ store: real.store });
});
afterAll(async () => {
  await api.close();
  await drop();
});

it('a session lives in the store: every process knows it, and it ends everywhere', async () => {
  const client = await api.signedIn('petugas-a');
  const other = await buildTestApi({ store: api.store, people: false });
  const elsewhere = other.client({ cookie: client.cookie() ?? '' });
  expect(await elsewhere.get('/v1/session')).toMatchObject({ status: 200, body: { user: { id: 'petugas-a' } } });
  expect(await client.delete('/v1/session')).toMatchObject({ status: 204 });
  expect(await elsewhere.get('/v1/session')).toMatchObject({ status: 401 });
  await other.close();
});

it('a session expires although the store still holds it', async () => {
  const client = await api.signedIn('xyz');
  const now = api.clock.now;
  api.clock.now = new Date(now.getTime() + 12 * 3_600_000);
  expect(await client.get('/v1/session')).toMatchObject({ status: 401 });
  api.clock.now = now;
});

it('a token works until it expires, with the rights of its owner', async () => {
  const client = await api.signedIn('pengawas');
  const { body } = await client.post<{ token: string }>('/v1/tokens', {
    name: 'laporan',
    expiresAt: '2026-11-24T02:00:00Z',
  });
  const program = api.client({ authorization: `Bearer ${body.token}` });
  expect(await program.get('/v1/desks/layanan/rotations/tier-2')).toMatchObject({ status: 200 });
  expect(await program.put('/v1/desks/layanan/settings', {})).toMatchObject({ status: 403 });
  const now = api.clock.now;
  api.clock.now = new Date('2026-11-24T02:00:00Z');
  expect(await program.get('/v1/session')).toMatchObject({ status: 401 });
  api.clock.now = now;
});

it('a name or password made to trick a store is only a wrong one', async () => {
  const client = api.client();
  for (const username of ['{"$ne":null}', '$where', "' or 1=1 --", '.*', 'xyz\u200b']) {
    expect(await client.signIn(username)).toMatchObject({ status: 401 });
  }
  for (const username of [{ $ne: null }, ['xyz'], null, 7]) {
    const answer = await client.post('/v1/session', { username, password: 'x' });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '#/username', code: 'wrong_type' }] } });
  }
});
