import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildCaseView } from '../../support/builders/case-view-builder.ts';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';
import { testPassword, type TestClient } from '../../support/api/test-client.ts';

let api: TestApi;
let admin: TestClient;

beforeEach(async () => {
  api = await buildTestApi();
  admin = await api.signedIn('admin');
});
afterEach(() => api.close());

const problem = (status: number, code: string) => ({ status, body: { code } });
const agent = { id: 'petugas-c', name: 'Petugas C', role: 'agent', deskId: 'layanan', tier: 'tier-1' };
const signals = () => api.engine.rotationSignals.map(({ workflowId, signal }) => [workflowId, signal.message]);
const tier1 = 'rotation:layanan:tier-1';
const tier2 = 'rotation:layanan:tier-2';
const leaves = (agentId: string) => ({ agentId, availability: 'leave', handover: true });

describe('a new user', () => {
  it('gets a one-time password, which is good for choosing another and nothing else', async () => {
    const made = await admin.post<{ oneTimePassword: string }>('/v1/users', agent);
    expect(made).toMatchObject({
      status: 201,
      body: { user: { ...agent, username: 'petugas-c', mustChangePassword: true, active: true, version: 1 } },
    });
    expect(JSON.stringify(made.body)).not.toContain('argon2');
    const { oneTimePassword } = made.body;
    const client = api.client();
    const signedIn = await client.signIn('petugas-c', oneTimePassword);
    expect(signedIn).toMatchObject({ status: 200, body: { user: { mustChangePassword: true } } });
    expect(await client.get('/v1/session')).toMatchObject({ status: 200 });
    expect(await client.get('/v1/complaints')).toMatchObject(problem(403, 'password_change_required'));
    expect(await client.post('/v1/tokens', { name: 'x' })).toMatchObject(problem(403, 'password_change_required'));
    const change = { currentPassword: oneTimePassword, newPassword: 'empat kata yang acak' };
    expect(await client.put('/v1/users/me/password', change)).toMatchObject({ status: 204 });
    expect(await client.get('/v1/complaints')).toMatchObject({ status: 200 });
    expect(await client.get('/v1/session')).not.toMatchObject({ body: { user: { mustChangePassword: true } } });
  });

  it('can be given a password, by the rules', async () => {
    const weak = async (password: string) => admin.post('/v1/users', { ...agent, password });
    const refused = (code: string) => ({ status: 400, body: { errors: [{ pointer: '#/password', code }] } });
    expect(await weak('pendek')).toMatchObject(refused('too_short'));
    expect(await weak('1234567890')).toMatchObject(refused('well_known_password'));
    expect(await weak('aaaaaaaaaaaa')).toMatchObject(refused('well_known_password'));
    const long = { ...agent, id: 'petugas-cempaka', password: 'Petugas-Cempaka' };
    expect(await admin.post('/v1/users', long)).toMatchObject(refused('password_is_name'));
    expect(await weak('bukan-rahasia-umum')).toMatchObject({
      status: 201,
      body: { user: { mustChangePassword: false } },
    });
    await expect(api.client().signIn('petugas-c', 'bukan-rahasia-umum')).resolves.toMatchObject({ status: 200 });
  });

  it.each([
    [{ deskId: undefined }, '#/deskId', 'does_not_fit_role'],
    [{ tier: undefined }, '#/tier', 'does_not_fit_role'],
    [{ officeId: '123' }, '#/officeId', 'does_not_fit_role'],
    [{ role: 'submitter' }, '#/officeId', 'does_not_fit_role'],
    [{ deskId: 'tidak-ada' }, '#/deskId', 'unknown_reference'],
    [{ email: 'bukan surel' }, '#/email', 'wrong_format'],
    [{ role: 'raja' }, '#/role', 'not_allowed'],
  ])('with %j is refused', async (change, pointer, code) => {
    const answer = await admin.post('/v1/users', { ...agent, ...change });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer, code }] } });
  });

  it('has a name of their own', async () => {
    expect(await admin.post('/v1/users', { ...agent, id: 'xyz' })).toMatchObject(problem(409, 'id_taken'));
    expect(await admin.post('/v1/users', { ...agent, username: 'xyz' })).toMatchObject(problem(409, 'username_taken'));
  });

  it('who is an agent joins the roster at its end; told again after an outage', async () => {
    await admin.post('/v1/users', agent);
    expect(signals()).toEqual([[tier1, { joined: ['petugas-c'], left: [] }]]);
    api.engine.down = true;
    const second = { ...agent, id: 'petugas-d' };
    expect(await admin.post('/v1/users', second)).toMatchObject(problem(503, 'saved_but_engine_unavailable'));
    api.engine.down = false;
    expect(await admin.put('/v1/users/petugas-d', {})).toMatchObject({ status: 200 });
    expect(signals().at(-1)).toEqual([tier1, { joined: ['petugas-d'], left: [] }]);
  });
});

describe('a change of a user', () => {
  it('of tier moves the agent from one roster to the other, and their cases are handed over', async () => {
    expect(await admin.put('/v1/users/petugas-a', { tier: 'tier-2' })).toMatchObject({
      body: { user: { version: 2 } },
    });
    expect(signals()).toEqual([
      [tier1, leaves('petugas-a')],
      [tier1, { joined: [], left: ['petugas-a'] }],
      [tier2, { joined: ['petugas-a'], left: [] }],
    ]);
  });

  it('of name or e-mail touches no roster', async () => {
    await admin.put('/v1/users/petugas-a', { name: 'Ani', email: 'ani@example.go.id' });
    expect(signals()).toEqual([]);
    expect(await admin.get('/v1/users/petugas-a')).toMatchObject({ body: { user: { email: 'ani@example.go.id' } } });
  });

  it('of role drops what the new one has no use for, and wants what it needs', async () => {
    const made = await admin.put('/v1/users/petugas-a', { role: 'supervisor' });
    expect(made).toMatchObject({ body: { user: { role: 'supervisor', deskId: 'layanan', tier: null } } });
    expect(await admin.put('/v1/users/petugas-b', { role: 'submitter' })).toMatchObject({ status: 400 });
    const moved = await admin.put('/v1/users/petugas-b', { role: 'submitter', officeId: '123' });
    expect(moved).toMatchObject({ body: { user: { officeId: '123', deskId: null, tier: null } } });
  });

  it('never takes the last admin away', async () => {
    const last = problem(409, 'last_admin');
    expect(await admin.put('/v1/users/admin', { role: 'supervisor', deskId: 'layanan' })).toMatchObject(last);
    expect(await admin.post('/v1/users/admin/deactivate')).toMatchObject(last);
    expect(await admin.delete('/v1/users/admin')).toMatchObject(last);
    await admin.post('/v1/users', { id: 'admin-2', name: 'Admin Dua', role: 'admin' });
    expect(await admin.post('/v1/users/admin-2/deactivate')).toMatchObject({ status: 200 });
  });

  it('shows in the list, with filters', async () => {
    const found = async (query: string) =>
      (await admin.get<{ items: { id: string }[] }>(`/v1/users?${query}`)).body.items.map(({ id }) => id);
    expect(await found('role=agent&deskId=layanan&tier=tier-1')).toEqual(['petugas-a', 'petugas-b']);
    expect(await found('officeId=123&active=true')).toEqual(['xyz']);
    expect(await found('q=PENGAWAS')).toEqual(['pengawas']);
    expect(await (await api.signedIn('pengawas')).get('/v1/users')).toMatchObject({ status: 403 });
  });
});

describe('whoever leaves', () => {
  it('is signed out everywhere at once, hands over and leaves the roster; repeating it is harmless', async () => {
    const leaver = await api.signedIn('petugas-a');
    const { body } = await leaver.post<{ token: string }>('/v1/tokens', { name: 'skrip' });
    const program = api.client({ authorization: `Bearer ${body.token}` });
    const gone = await admin.post('/v1/users/petugas-a/deactivate');
    expect(gone).toMatchObject({ status: 200, body: { user: { active: false, version: 2 } } });
    expect(await leaver.get('/v1/session')).toMatchObject({ status: 401 });
    expect(await program.get('/v1/session')).toMatchObject({ status: 401 });
    expect(await api.client().signIn('petugas-a')).toMatchObject({ status: 401 });
    const told = [
      [tier1, leaves('petugas-a')],
      [tier1, { joined: [], left: ['petugas-a'] }],
    ];
    expect(signals()).toEqual(told);
    expect(await admin.post('/v1/users/petugas-a/deactivate')).toMatchObject({ body: { user: { version: 2 } } });
    expect(signals()).toEqual([...told, ...told]);
    expect(await admin.post('/v1/users/petugas-a/reactivate')).toMatchObject({ body: { user: { active: true } } });
    expect(signals().at(-1)).toEqual([tier1, { joined: ['petugas-a'], left: [] }]);
    expect(await leaver.get('/v1/session')).toMatchObject({ status: 401 });
    expect(await program.get('/v1/session')).toMatchObject({ status: 401 });
    expect(await api.client().signIn('petugas-a')).toMatchObject({ status: 200 });
  });

  it('can be deleted only while nothing refers to them', async () => {
    await api.store.cases.record(buildCaseView({ agentId: 'petugas-a', reporterIds: ['xyz'] }));
    for (const id of ['petugas-a', 'xyz']) {
      expect(await admin.delete(`/v1/users/${id}`)).toMatchObject(problem(409, 'in_use'));
    }
    expect(await admin.delete('/v1/users/def')).toMatchObject({ status: 204 });
    expect(await api.client().signIn('def')).toMatchObject({ status: 401 });
  });
});

describe('a password', () => {
  const change = { currentPassword: testPassword, newPassword: 'empat kata yang acak' };
  const address = '/v1/users/me/password';

  it('is changed by oneself; every other session ends', async () => {
    const [here, there] = [await api.signedIn('xyz'), await api.signedIn('xyz')];
    expect(await here.put(address, change)).toMatchObject({ status: 204 });
    expect(await here.get('/v1/session')).toMatchObject({ status: 200 });
    expect(await there.get('/v1/session')).toMatchObject({ status: 401 });
    expect(await api.client().signIn('xyz')).toMatchObject({ status: 401 });
    expect(await api.client().signIn('xyz', change.newPassword)).toMatchObject({ status: 200 });
  });

  it('is changed only by who knows the current one, and guessing has to wait', async () => {
    const client = await api.signedIn('xyz');
    const wrong = { ...change, currentPassword: 'salah' };
    expect(await client.put(address, wrong)).toMatchObject(problem(422, 'wrong_password'));
    for (let attempt = 2; attempt <= 10; attempt += 1) await client.put(address, wrong);
    expect(await client.put(address, change)).toMatchObject(problem(429, 'too_many_sign_ins'));
  });

  it('cannot be changed by a token', async () => {
    const { body } = await (await api.signedIn('xyz')).post<{ token: string }>('/v1/tokens', { name: 'x' });
    const program = api.client({ authorization: `Bearer ${body.token}` });
    expect(await program.put(address, change)).toMatchObject(problem(403, 'session_required'));
  });

  it('that everybody knows is refused in production', async () => {
    await api.close();
    api = await buildTestApi({ settings: { NODE_ENV: 'production' } });
    const client = api.client();
    const signedIn = await client.signIn('xyz');
    const cookie = signedIn.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    const demo = await client.put(address, { ...change, newPassword: 'Giliran-Demo' }, { cookie });
    expect(demo).toMatchObject({ status: 400, body: { errors: [{ code: 'well_known_password' }] } });
  });

  it('is reset by an admin: sessions and tokens end', async () => {
    const client = await api.signedIn('xyz');
    await client.post('/v1/tokens', { name: 'x' });
    const { body } = await admin.post<{ oneTimePassword: string }>('/v1/users/xyz/reset-password');
    expect(body.oneTimePassword).toMatch(/^(?:[a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(await client.get('/v1/session')).toMatchObject({ status: 401 });
    expect(await api.store.tokens.ofUser('xyz')).toEqual([]);
    const restricted = api.client();
    expect(await restricted.signIn('xyz', body.oneTimePassword)).toMatchObject({ status: 200 });
    const same = { currentPassword: body.oneTimePassword, newPassword: body.oneTimePassword };
    expect(await restricted.put(address, same)).toMatchObject({ status: 400 });
  });

  it('never shows in the audit', async () => {
    await admin.post('/v1/users/xyz/reset-password');
    await admin.post('/v1/users', { ...agent, password: 'bukan-rahasia-umum' });
    const { body } = await admin.get<{ items: { kind: string; action: string }[] }>('/v1/audit');
    expect(body.items).toMatchObject([
      { kind: 'password', action: 'reset', subjectId: 'xyz', after: null },
      { kind: 'user', action: 'created', after: { username: 'petugas-c' } },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/argon2|passwordHash|bukan-rahasia/);
  });
});

describe('tokens', () => {
  it('are listed without their secrets, and revoked by their owner or an admin', async () => {
    const owner = await api.signedIn('xyz');
    const { body } = await owner.post<{ id: string; token: string }>('/v1/tokens', { name: 'skrip' });
    const list = await owner.get('/v1/tokens');
    expect(list).toMatchObject({ body: { items: [{ id: body.id, name: 'skrip', userId: 'xyz' }] } });
    expect(JSON.stringify(list.body)).not.toContain(body.token);
    const stranger = await api.signedIn('def');
    expect(await stranger.get('/v1/tokens?userId=xyz')).toMatchObject(problem(403, 'forbidden'));
    expect(await stranger.delete(`/v1/tokens/${body.id}`)).toMatchObject(problem(404, 'not_found'));
    expect(await admin.get('/v1/tokens?userId=xyz')).toMatchObject({ body: { items: [{ id: body.id }] } });
    expect(await admin.delete(`/v1/tokens/${body.id}`)).toMatchObject({ status: 204 });
    const program = api.client({ authorization: `Bearer ${body.token}` });
    expect(await program.get('/v1/session')).toMatchObject({ status: 401 });
  });
});
