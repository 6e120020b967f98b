import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginSecondFactor, codeOf, enrolSecondFactor } from '../support/api/second-factor.ts';
import { realStore } from '../support/api/real-store.ts';
import { buildTestApi, type TestApi } from '../support/api/test-api.ts';
import { testPassword, type TestClient } from '../support/api/test-client.ts';

let api: TestApi;
let drop: () => Promise<void>;
const own = '/v1/users/me/second-factor';

beforeAll(async () => {
  const real = await realStore();
  drop = real.drop;
  api = await buildTestApi({ store: real.store });
});
afterAll(async () => {
  await api.close();
  await drop();
});
beforeEach(async () => {
  // Past every window in which attempts are counted.
  api.clock.now = new Date(api.clock.now.getTime() + 3_600_000);
  for (const userId of ['petugas-a', 'pengawas']) await api.store.secondFactors.remove(userId);
});

const signIn = (totp?: string, client: TestClient = api.client()) =>
  client.post('/v1/session', { username: 'petugas-a', password: testPassword, ...(totp !== undefined && { totp }) });
const nextStep = () => {
  api.clock.now = new Date(api.clock.now.getTime() + 30_000);
};
const enrolled = async () => {
  const client = await api.signedIn('petugas-a');
  const made = await enrolSecondFactor(client, api);
  nextStep();
  return { client, ...made };
};

describe('setting up a second factor', () => {
  it('shows the secret once, and changes nothing before the first code', async () => {
    const client = await api.signedIn('petugas-a');
    const { secret, uri, enrolment } = await beginSecondFactor(client);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(uri).toBe(`otpauth://totp/Giliran:petugas-a?secret=${secret}&issuer=Giliran`);
    expect(enrolment).not.toContain(secret);
    expect((await signIn()).status).toBe(200);
    const wrong = await client.post(own, { enrolment, code: codeOf(secret, api, 5) });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'wrong_second_factor' } });
    const right = await client.post<{ recoveryCodes: string[] }>(own, { enrolment, code: codeOf(secret, api) });
    expect(right.status).toBe(201);
    expect(new Set(right.body.recoveryCodes).size).toBe(10);
    expect(await client.get(own)).toMatchObject({
      body: { enabledAt: api.clock.now.toISOString(), recoveryCodesLeft: 10, demanded: false, offered: true },
    });
    expect(await client.post(own, { enrolment, code: codeOf(secret, api, 1) })).toMatchObject({
      status: 409,
      body: { code: 'second_factor_exists' },
    });
  });

  it('asks for the password, takes a quarter of an hour at most, and is for the same person', async () => {
    const client = await api.signedIn('petugas-a');
    expect(await client.post(`${own}/enrolment`, { password: 'salah' })).toMatchObject({
      status: 422,
      body: { code: 'wrong_password' },
    });
    const { secret, enrolment } = await beginSecondFactor(client);
    const another = await (await api.signedIn('pengawas')).post(own, { enrolment, code: codeOf(secret, api) });
    expect(another).toMatchObject({ status: 422, body: { code: 'enrolment_over' } });
    api.clock.now = new Date(api.clock.now.getTime() + 15 * 60_000);
    const late = await client.post(own, { enrolment, code: codeOf(secret, api) });
    expect(late).toMatchObject({ status: 422, body: { code: 'enrolment_over' } });
    const forged = await client.post(own, { enrolment: `${enrolment.slice(0, -4)}AAAA`, code: '123456' });
    expect(forged).toMatchObject({ status: 422, body: { code: 'enrolment_over' } });
  });

  it('ends every other session, is audited without its secret, and keeps it unreadable', async () => {
    const elsewhere = await api.signedIn('petugas-a');
    const { secret, recoveryCodes } = await enrolled();
    expect((await elsewhere.get('/v1/session')).status).toBe(401);
    const kept = JSON.stringify(await api.store.secondFactors.find('petugas-a'));
    for (const one of [secret, ...recoveryCodes]) expect(kept).not.toContain(one);
    const [noted] = await api.store.changes.list({ kind: 'secondFactor' }, { limit: 1, newestFirst: true });
    expect(noted).toMatchObject({ subjectId: 'petugas-a', action: 'enabled', actorId: 'petugas-a', after: null });
    const logged = JSON.stringify(api.logs);
    for (const one of [secret, ...recoveryCodes]) expect(logged).not.toContain(one);
  });

  it('is nothing for a token', async () => {
    const client = await api.signedIn('petugas-a');
    const { body } = await client.post<{ token: string }>('/v1/tokens', { name: 'skrip' });
    const program = api.client({ authorization: `Bearer ${body.token}` });
    const answer = await program.post(`${own}/enrolment`, { password: testPassword });
    expect(answer).toMatchObject({ status: 403, body: { code: 'session_required' } });
  });
});

describe('signing in with a second factor', () => {
  it('asks for the code, in a way that programs and people can tell', async () => {
    const { secret } = await enrolled();
    expect(await signIn()).toMatchObject({ status: 401, body: { code: 'second_factor_required' } });
    expect(await signIn('')).toMatchObject({ status: 401, body: { code: 'second_factor_required' } });
    expect(await signIn('000000')).toMatchObject({ status: 401, body: { code: 'second_factor_failed' } });
    const code = codeOf(secret, api);
    const wrongPassword = { username: 'petugas-a', password: 'salah', totp: code };
    expect(await api.client().post('/v1/session', wrongPassword)).toMatchObject({ body: { code: 'sign_in_failed' } });
    expect((await signIn(`${code.slice(0, 3)} ${code.slice(3)}`)).status).toBe(200);
  });

  it('takes a code of half a minute ago and of half a minute ahead, no older and no later', async () => {
    const { secret } = await enrolled();
    const at = async (steps: number) => (await signIn(codeOf(secret, api, steps))).status;
    nextStep();
    nextStep();
    expect([await at(-2), await at(2)]).toEqual([401, 401]);
    expect([await at(-1), await at(1)]).toEqual([200, 200]);
  });

  it('takes each code once, also when it comes to several processes at the same moment', async () => {
    const { secret } = await enrolled();
    const others = await Promise.all([1, 2, 3].map(() => buildTestApi({ store: api.store, people: false })));
    for (const other of others) other.clock.now = api.clock.now;
    const code = codeOf(secret, api);
    const clients = [api, ...others].flatMap((each) => [each.client(), each.client()]);
    const statuses = (await Promise.all(clients.map((client) => signIn(code, client)))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 401)).toHaveLength(7);
    expect(await signIn(code)).toMatchObject({ status: 401, body: { code: 'second_factor_failed' } });
    await Promise.all(others.map((other) => other.close()));
  });

  it('does not take the code again with which it was set up', async () => {
    const client = await api.signedIn('petugas-a');
    const { secret } = await enrolSecondFactor(client, api);
    expect(await signIn(codeOf(secret, api))).toMatchObject({ status: 401, body: { code: 'second_factor_failed' } });
  });

  it('counts wrong codes like wrong passwords, and a right password forgives none', async () => {
    const { secret } = await enrolled();
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect((await signIn('000000')).status).toBe(401);
      expect(await signIn()).toMatchObject({
        body: { code: attempt < 9 ? 'second_factor_required' : 'too_many_sign_ins' },
      });
    }
    const right = await signIn(codeOf(secret, api));
    expect(right).toMatchObject({ status: 429, body: { code: 'too_many_sign_ins' } });
    expect(right.headers.get('retry-after')).toBe('900');
  });

  it('takes each recovery code once, however it is typed', async () => {
    const { client, recoveryCodes } = await enrolled();
    const [first = '', second = ''] = recoveryCodes;
    const tries = await Promise.all([signIn(first), signIn(first), signIn(first)]);
    expect(tries.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 401, 401]);
    expect((await signIn(second.replaceAll('-', ' ').toUpperCase())).status).toBe(200);
    expect(await client.get(own)).toMatchObject({ body: { recoveryCodesLeft: 8 } });
    expect((await signIn('aaaa-bbbb-cccc-dddd')).status).toBe(401);
  });

  it('lets nobody in when the key is gone with which the secret was kept', async () => {
    const { secret } = await enrolled();
    const another = await buildTestApi({
      ...{ store: api.store, people: false },
      settings: { SECOND_FACTOR_KEY: [Buffer.alloc(32, 'another key')] },
    });
    another.clock.now = api.clock.now;
    expect(await signIn(codeOf(secret, api), another.client())).toMatchObject({ status: 500 });
    await another.close();
    const rotated = await buildTestApi({
      ...{ store: api.store, people: false },
      settings: { SECOND_FACTOR_KEY: [Buffer.alloc(32, 'another key'), api.secondFactorKey] },
    });
    rotated.clock.now = api.clock.now;
    expect(await signIn(codeOf(secret, api), rotated.client())).toMatchObject({ status: 200 });
    await rotated.close();
  });
});

describe('a second factor that is there', () => {
  it('is removed by password and code, and by neither alone', async () => {
    const { client, secret } = await enrolled();
    const remove = (body: object) => client.request('DELETE', own, { body });
    const code = codeOf(secret, api);
    expect(await remove({ password: testPassword })).toMatchObject({ status: 400 });
    expect(await remove({ password: 'salah', code })).toMatchObject({ status: 422, body: { code: 'wrong_password' } });
    const wrong = await remove({ password: testPassword, code: '000000' });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'wrong_second_factor' } });
    expect((await remove({ password: testPassword, code })).status).toBe(204);
    expect((await signIn()).status).toBe(200);
    const again = await remove({ password: testPassword, code });
    expect(again).toMatchObject({ status: 409, body: { code: 'second_factor_missing' } });
  });

  it('gets new recovery codes, and the old ones are good for nothing', async () => {
    const { client, secret, recoveryCodes } = await enrolled();
    const proof = { password: testPassword, code: codeOf(secret, api) };
    const renewed = await client.post<{ recoveryCodes: string[] }>(`${own}/recovery-codes`, proof);
    expect(renewed.status).toBe(200);
    expect((await signIn(recoveryCodes[0] ?? '')).status).toBe(401);
    expect((await signIn(renewed.body.recoveryCodes[0] ?? '')).status).toBe(200);
  });

  it('is reset by an administrator, who is named in the audit', async () => {
    const { client } = await enrolled();
    const admin = await api.signedIn('admin');
    const reset = () => admin.post('/v1/users/petugas-a/reset-second-factor');
    expect((await reset()).status).toBe(204);
    expect((await client.get('/v1/session')).status).toBe(401);
    expect((await signIn()).status).toBe(200);
    const [noted] = await api.store.changes.list({ kind: 'secondFactor' }, { limit: 1, newestFirst: true });
    expect(noted).toMatchObject({ subjectId: 'petugas-a', action: 'reset', actorId: 'admin' });
    expect(await reset()).toMatchObject({ status: 409, body: { code: 'second_factor_missing' } });
  });
});

describe('where a role demands a second factor', () => {
  it('nothing but setting it up is possible before, for sessions and tokens alike', async () => {
    const lax = await api.signedIn('pengawas');
    const { body } = await lax.post<{ token: string }>('/v1/tokens', { name: 'skrip' });
    const strict = await buildTestApi({
      ...{ store: api.store, people: false },
      settings: { SECOND_FACTOR_ROLES: ['supervisor', 'admin'] },
    });
    strict.clock.now = api.clock.now;
    const client = strict.client();
    expect(await client.signIn('pengawas')).toMatchObject({ body: { user: { mustEnrolSecondFactor: true } } });
    const program = strict.client({ authorization: `Bearer ${body.token}` });
    for (const caller of [client, program]) {
      const refused = await caller.get('/v1/complaints');
      expect(refused).toMatchObject({ status: 403, body: { code: 'second_factor_enrolment_required' } });
    }
    expect(await client.get(own)).toMatchObject({ body: { enabledAt: null, demanded: true } });
    await enrolSecondFactor(client, strict);
    for (const caller of [client, program]) expect((await caller.get('/v1/complaints')).status).toBe(200);
    expect(await client.get('/v1/session')).toMatchObject({
      body: { user: expect.not.objectContaining({ mustEnrolSecondFactor: true }) as object },
    });
    expect((await strict.client().signIn('petugas-a')).status).toBe(200);
    await strict.close();
  });
});
