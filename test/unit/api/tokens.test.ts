import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashOfSecret } from '../../../api/auth/secret.ts';
import { buildUser } from '../../support/builders/user-builder.ts';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';

let api: TestApi;

beforeEach(async () => {
  api = await buildTestApi();
});
afterEach(() => api.close());

async function tokenOf(username: string, expiresAt?: string): Promise<string> {
  const client = await api.signedIn(username);
  const { status, body } = await client.post<{ token: string }>('/v1/tokens', { name: 'uji', expiresAt });
  expect(status).toBe(201);
  return body.token;
}

const bearing = (token: string) => api.client({ authorization: `Bearer ${token}` });

it('is shown once and kept as a hash', async () => {
  const token = await tokenOf('petugas-a');
  expect(token).toMatch(/^giliran_[\w-]{43}$/);
  expect(await api.store.tokens.findByHash(token)).toBeNull();
  expect(await api.store.tokens.findByHash(hashOfSecret(token))).toMatchObject({ userId: 'petugas-a', name: 'uji' });
});

it('may do what its owner may, and no more', async () => {
  const agent = bearing(await tokenOf('petugas-a'));
  expect(await agent.get('/v1/session')).toMatchObject({ status: 200, body: { user: { id: 'petugas-a' } } });
  expect(await agent.get('/v1/desks/layanan/rotations/tier-1')).toMatchObject({ status: 200 });
  expect(await agent.get('/v1/desks/lain/rotations/tier-1')).toMatchObject({ status: 403 });
  expect(await agent.put('/v1/desks/layanan/settings', {})).toMatchObject({ status: 403 });
  const admin = bearing(await tokenOf('admin'));
  expect(await admin.put('/v1/desks/layanan/settings', {})).toMatchObject({ status: 200 });
  expect(await admin.get('/v1/complaints')).toMatchObject({ status: 403 });
});

it('cannot make tokens that outlive it, nor end a session', async () => {
  const program = bearing(await tokenOf('xyz'));
  const refused = { status: 403, body: { code: 'session_required' } };
  expect(await program.post('/v1/tokens', { name: 'anak' })).toMatchObject(refused);
  expect(await program.delete('/v1/session')).toMatchObject(refused);
});

it('ends when it says so', async () => {
  const program = bearing(await tokenOf('xyz', '2026-11-24T10:00:00+07:00'));
  api.clock.now = new Date('2026-11-24T02:59:59.999Z');
  expect(await program.get('/v1/session')).toMatchObject({ status: 200 });
  api.clock.now = new Date('2026-11-24T03:00:00.000Z');
  expect(await program.get('/v1/session')).toMatchObject({ status: 401 });
});

it('stops with its owner', async () => {
  const gone = buildUser({ userId: 'pergi', active: false });
  await api.store.users.insert(gone);
  const owned = { name: 'x', createdAt: '2026-11-24T00:00:00.000Z', expiresAt: null };
  await api.store.tokens.insert({ ...owned, tokenId: 't', tokenHash: hashOfSecret('rahasia'), userId: 'pergi' });
  await api.store.sessions.insert({
    ...owned,
    expiresAt: '2099-01-01T00:00:00.000Z',
    tokenHash: hashOfSecret('sesi'),
    userId: 'pergi',
  });
  expect(await bearing('rahasia').get('/v1/session')).toMatchObject({ status: 401 });
  expect(await api.client({ cookie: 'giliran_session=sesi' }).get('/v1/session')).toMatchObject({ status: 401 });
});

it.each(['Bearer', 'Bearer ', 'Bearer x y', 'Basic eHl6Og==', 'Bearer tidak-ada'])(
  'a wrong Authorization (%s) is refused even beside a good cookie',
  async (authorization) => {
    const client = await api.signedIn('xyz');
    const answer = await client.get('/v1/session', { authorization });
    expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  },
);

it.each([
  [{}, '#/name', 'required'],
  [{ name: '  ' }, '#/name', 'too_short'],
  [{ name: 'x', expiresAt: 'besok' }, '#/expiresAt', 'wrong_format'],
  [{ name: 'x', expiresAt: '2026-11-24T01:00:00Z' }, '#/expiresAt', 'not_in_future'],
])('%j is refused', async (body, pointer, code) => {
  const client = await api.signedIn('xyz');
  expect(await client.post('/v1/tokens', body)).toMatchObject({ status: 400, body: { errors: [{ pointer, code }] } });
});

it('needs no same-origin proof: no browser sends it of itself', async () => {
  const program = bearing(await tokenOf('admin'));
  const headers = { origin: 'https://lain.example', 'sec-fetch-site': 'cross-site' };
  expect(await program.put('/v1/desks/layanan/settings', {}, headers)).toMatchObject({ status: 200 });
});
