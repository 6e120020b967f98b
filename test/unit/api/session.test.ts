import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOfSecret } from '../../../api/auth/secret.ts';
import { buildUser } from '../../support/builders/user-builder.ts';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';
import { hash } from '@node-rs/argon2';

let api: TestApi;

beforeEach(async () => {
  api = await buildTestApi();
});
afterEach(() => api.close());

const minutes = (count: number) => count * 60_000;
const pass = (ms: number) => {
  api.clock.now = new Date(api.clock.now.getTime() + ms);
};

describe('a session', () => {
  it('begins with a password, is asked for, and ends', async () => {
    const client = api.client();
    const signedIn = await client.signIn(' Petugas-A ');
    const user = { id: 'petugas-a', username: 'petugas-a', name: 'Petugas A', role: 'agent' };
    expect(signedIn).toMatchObject({ status: 200, body: { user: { ...user, deskId: 'layanan', tier: 'tier-1' } } });
    expect(signedIn.headers.get('set-cookie')).toMatch(
      /^giliran_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(await client.get('/v1/session')).toMatchObject({ status: 200, body: { user } });
    const kept = client.cookie() ?? '';
    expect(await client.delete('/v1/session')).toMatchObject({ status: 204 });
    expect(client.cookie()).toBeNull();
    expect(await client.get('/v1/session', { cookie: kept })).toMatchObject({ status: 401 });
  });

  it('keeps only a hash of its secret', async () => {
    const client = await api.signedIn('xyz');
    const secret = client.cookie()?.split('=')[1] ?? '';
    expect(await api.store.sessions.find(secret)).toBeNull();
    expect(await api.store.sessions.find(hashOfSecret(secret))).toMatchObject({ userId: 'xyz' });
  });

  it('expires after twelve hours, whatever the store still holds', async () => {
    const client = await api.signedIn('xyz');
    pass(minutes(12 * 60) - 1);
    expect(await client.get('/v1/session')).toMatchObject({ status: 200 });
    pass(1);
    expect(await client.get('/v1/session')).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });

  it('has a cookie that is Secure in production and behind https', async () => {
    const production = await buildTestApi({ settings: { NODE_ENV: 'production' } });
    const proxied = await buildTestApi({ settings: { TRUST_PROXY_HOPS: 1 } });
    const cookies = [
      (await production.client().signIn('xyz')).headers.get('set-cookie'),
      (await proxied.client({ 'x-forwarded-proto': 'https' }).signIn('xyz')).headers.get('set-cookie'),
      (await api.client({ 'x-forwarded-proto': 'https' }).signIn('xyz')).headers.get('set-cookie'),
    ];
    expect(cookies.map((cookie) => cookie?.includes('; Secure'))).toEqual([true, true, false]);
    await Promise.all([production.close(), proxied.close()]);
  });
});

describe('a sign-in that fails', () => {
  it('looks the same for an unknown name, a wrong password and somebody who left', async () => {
    const client = api.client({ 'x-request-id': 'same-request-id' });
    const answers = [
      await client.signIn('siapa-itu'),
      await client.signIn('xyz', 'salah'),
      await client.signIn('keluar'),
    ];
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'sign_in_failed' } });
    for (const answer of answers) expect(answer).toMatchObject({ status: 401, body: answers[0]?.body as object });
    for (const answer of answers) expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('does the same work for an unknown name', async () => {
    const passwordHash = await hash('kuat sekali');
    await api.store.users.insert(buildUser({ userId: 'kuat', username: 'kuat', passwordHash }));
    const client = api.client();
    // Processor time, which a busy machine does not stretch.
    const worked = async (username: string) => {
      const before = process.cpuUsage();
      await client.signIn(username, 'salah');
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    await worked('pemanasan');
    const known = Math.min(await worked('kuat'), await worked('kuat'), await worked('kuat'));
    const unknown = Math.min(await worked('tidak-ada'), await worked('tidak-ada'), await worked('tidak-ada'));
    expect(unknown / known).toBeGreaterThan(0.4);
  });

  it('refuses the demo password in production alone', async () => {
    const passwordHash = await hash('giliran-demo', { memoryCost: 8, timeCost: 1 });
    const demo = buildUser({ userId: 'demo', username: 'demo', passwordHash });
    const production = await buildTestApi({ settings: { NODE_ENV: 'production' } });
    for (const { store } of [api, production]) await store.users.insert(demo);
    expect(await api.client().signIn('demo', 'giliran-demo')).toMatchObject({ status: 200 });
    expect(await production.client().signIn('demo', 'giliran-demo')).toMatchObject({ status: 401 });
    await production.close();
  });
});

describe('guessing', () => {
  const guess = (username: string) => api.client().signIn(username, 'tebakan');

  it('has ten tries for each account in a quarter of an hour, also all at once', async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => guess('xyz')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
    const right = await api.client().signIn('xyz');
    expect(right).toMatchObject({ status: 429, body: { code: 'too_many_sign_ins' } });
    expect(Number(right.headers.get('retry-after'))).toBe(900);
    expect(await api.client().signIn('def')).toMatchObject({ status: 200 });
    pass(minutes(15));
    expect(await api.client().signIn('xyz')).toMatchObject({ status: 200 });
  });

  it('is limited for names that do not exist just the same', async () => {
    for (let i = 0; i < 10; i += 1) await guess('hantu');
    expect(await guess('hantu')).toMatchObject({ status: 429 });
  });

  it('has fifty tries for each address', async () => {
    const usernames = ['xyz', 'def', 'petugas-a', 'petugas-b', 'petugas-q'];
    for (const username of usernames) {
      for (let i = 0; i < 10; i += 1) expect((await guess(username)).status).toBe(401);
    }
    expect(await guess('pengawas')).toMatchObject({ status: 429 });
  });

  it('does not hurt those who sign in often, and forgets failures before a success', async () => {
    for (let i = 0; i < 55; i += 1) expect((await api.client().signIn('xyz')).status).toBe(200);
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 9; i += 1) await guess('def');
      expect(await api.client().signIn('def')).toMatchObject({ status: 200 });
    }
  });
});

describe('another site', () => {
  const cases: [string, Record<string, string>, number][] = [
    ['cross-site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['same-site', { 'sec-fetch-site': 'same-site' }, 403],
    ['a foreign origin', { origin: 'https://jahat.example' }, 403],
    ['a hidden origin', { origin: 'null' }, 403],
    ['this site', { 'sec-fetch-site': 'same-origin' }, 204],
    ['the address bar', { 'sec-fetch-site': 'none' }, 204],
    ['a program', {}, 204],
  ];

  it.each(cases)('%s', async (_from, headers, status) => {
    const client = await api.signedIn('xyz');
    expect(await client.delete('/v1/session', headers)).toMatchObject({ status });
  });

  it('cannot sign somebody in either, but may be linked from', async () => {
    const body = { username: 'xyz', password: 'x' };
    expect(await api.client().post('/v1/session', body, { origin: 'https://jahat.example' })).toMatchObject({
      status: 403,
      body: { code: 'cross_site' },
    });
    const client = await api.signedIn('xyz');
    expect(await client.get('/v1/session', { 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 200 });
    expect(await client.delete('/v1/session', { origin: api.url })).toMatchObject({ status: 204 });
  });
});
