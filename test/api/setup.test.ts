import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAdmin } from '../../api/admin/first-admin.ts';
import { realStore } from '../support/api/real-store.ts';
import { buildTestApi, type TestApi } from '../support/api/test-api.ts';
import type { TestClient } from '../support/api/test-client.ts';

let api: TestApi;
let admin: TestClient;
let drop: () => Promise<void>;

beforeAll(async () => {
  const real = await realStore();
  drop = real.drop;
  api = await buildTestApi({ store: real.store, people: false });
});
afterAll(async () => {
  await api.close();
  await drop();
});

const patch = (path: string, body: object, headers = {}) => admin.request('PATCH', path, { body, headers });
const csv = (path: string, text: string) =>
  admin.request<{ passwords?: { id: string; oneTimePassword: string }[] }>('POST', path, {
    body: text,
    headers: { 'content-type': 'text/csv' },
  });

// One story on one real store: an installation that begins empty.
describe('an empty installation', () => {
  const password = 'empat kata yang acak';

  it('gets its first admin by a command, who must choose a password, and other sessions end', async () => {
    const asked = { username: 'kepala', name: 'Kepala', password: null };
    const made = await Promise.allSettled(
      [1, 2, 3].map(() => createAdmin(api.store, { NODE_ENV: 'production' }, asked)),
    );
    const [won, ...others] = made.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(others).toEqual([]);
    const oneTimePassword = won?.oneTimePassword ?? '';
    const [first, second] = [api.client(), api.client()];
    for (const client of [first, second]) {
      expect(await client.signIn('kepala', oneTimePassword)).toMatchObject({
        status: 200,
        body: { user: { role: 'admin', mustChangePassword: true } },
      });
    }
    expect(await first.get('/v1/users')).toMatchObject({ status: 403, body: { code: 'password_change_required' } });
    const change = { currentPassword: oneTimePassword, newPassword: password };
    expect(await first.put('/v1/users/me/password', { ...change, currentPassword: 'bukan ini' })).toMatchObject({
      status: 422,
      body: { code: 'wrong_password' },
    });
    expect((await first.put('/v1/users/me/password', change)).status).toBe(204);
    expect((await first.get('/v1/users')).status).toBe(200);
    expect((await second.get('/v1/session')).status).toBe(401);
    expect((await api.client().signIn('kepala', oneTimePassword)).status).toBe(401);
    admin = api.client({ 'accept-language': 'en' });
    expect((await admin.signIn('kepala', password)).status).toBe(200);
  });

  it('has everything made, read, changed under its version and deleted', async () => {
    const made = [
      ['/v1/desks', { id: 'layanan', name: 'Layanan' }],
      ['/v1/offices', { id: '123', name: 'Kantor 123' }],
      ['/v1/systems', { id: 'sipd', name: 'SIPD', deskId: 'layanan' }],
      ['/v1/office-servers', { id: 'srv-123', name: 'Server 123', officeId: '123' }],
      ['/v1/users', { id: 'petugas-a', name: 'Petugas A', role: 'agent', deskId: 'layanan', tier: 'tier-1' }],
    ] as const;
    for (const [path, body] of made) {
      expect(await admin.post(path, body)).toMatchObject({ status: 201 });
      expect(await admin.post(path, body)).toMatchObject({ status: 409, body: { code: 'id_taken' } });
      const item = `${path}/${body.id}`;
      const etag = { 'if-match': '"1"' };
      expect((await patch(item, { name: `${body.name} baru` }, etag)).status).toBe(200);
      expect(await patch(item, { name: 'terlambat' }, etag)).toMatchObject({ status: 412 });
      expect(JSON.stringify((await admin.get(item)).body)).toContain(`${body.name} baru`);
    }
    expect(await admin.delete('/v1/offices/123')).toMatchObject({ status: 409, body: { code: 'in_use' } });
    for (const path of ['/v1/office-servers/srv-123', '/v1/systems/sipd', '/v1/users/petugas-a', '/v1/offices/123']) {
      expect((await admin.delete(path)).status).toBe(204);
      expect((await admin.get(path)).status).toBe(404);
    }
  });

  it('takes tables in, dry and for good, gives the same back, and finds nothing new in that', async () => {
    const table = 'id,name,active\n123,Kantor 123,true\n124,"=Kantor, ""124""",true\n125,Kantor 125,false\n';
    const counts = { lines: 3, created: 3, updated: 0, unchanged: 0, errors: [] };
    const dry = await csv('/v1/imports/offices?dryRun=true', table);
    expect(dry).toMatchObject({ status: 200, body: { ...counts, applied: false } });
    expect(await admin.get('/v1/offices')).toMatchObject({ body: { items: [] } });
    expect(await csv('/v1/imports/offices', table)).toMatchObject({ body: { ...counts, applied: true } });
    const bad = await csv('/v1/imports/offices', `${table}126,Kantor 126,true\nBESAR,x,ya\n`);
    expect(bad).toMatchObject({ status: 422, body: { applied: false, errors: [{ line: 6 }, { line: 6 }] } });
    expect((await admin.get('/v1/offices/126')).status).toBe(404);
    const exported = await admin.get<string>('/v1/exports/offices');
    expect(await csv('/v1/imports/offices', exported.body)).toMatchObject({ body: { unchanged: 3, updated: 0 } });
    const renamed = exported.body.replace('Kantor 123', 'Kantor Pusat');
    expect(await csv('/v1/imports/offices', renamed)).toMatchObject({ body: { unchanged: 2, updated: 1 } });
    expect(await admin.get('/v1/offices/124')).toMatchObject({ body: { office: { name: '=Kantor, "124"' } } });
  });

  it('takes people in, who can sign in with what was shown once', async () => {
    const lines = [
      'id,username,name,role,officeId,deskId,tier,email',
      'xyz,xyz,XYZ,submitter,123,,,xyz@example.go.id',
      'petugas-b,petugas-b,Petugas B,agent,,layanan,tier-1,',
    ];
    const { body } = await csv('/v1/imports/users', lines.join('\n'));
    expect(body.passwords?.map(({ id }) => id)).toEqual(['xyz', 'petugas-b']);
    for (const { id, oneTimePassword } of body.passwords ?? []) {
      expect(await api.client().signIn(id, oneTimePassword)).toMatchObject({ status: 200 });
    }
    const exported = await admin.get<string>('/v1/exports/users');
    for (const line of lines) expect(exported.body).toContain(line);
    expect(exported.body).not.toContain('argon2');
  });

  it('keeps an audit without a gap of all of it', async () => {
    const { body } = await admin.get<{ items: { no: number; actorId: string; action: string }[] }>(
      '/v1/audit?limit=200',
    );
    expect(body.items.map(({ no }) => no)).toEqual(body.items.map((_, index) => index + 1));
    expect(new Set(body.items.map(({ action }) => action))).toEqual(
      new Set(['created', 'changed', 'deleted', 'imported']),
    );
    expect(body.items[0]).toMatchObject({ actorId: 'command-line', action: 'created' });
    expect(JSON.stringify(body)).not.toContain('argon2');
  });
});
