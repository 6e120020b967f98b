import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildCaseView } from '../../support/builders/case-view-builder.ts';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';
import type { TestClient } from '../../support/api/test-client.ts';

let api: TestApi;
let admin: TestClient;

beforeEach(async () => {
  api = await buildTestApi();
  admin = await api.signedIn('admin');
});
afterEach(() => api.close());

interface Page {
  items: { id: string }[];
  nextCursor: string | null;
}

const problem = (status: number, code: string) => ({ status, body: { code } });
const ids = ({ body }: { body: Page }) => body.items.map(({ id }) => id);

describe('offices', () => {
  it('are made, shown, changed and deleted', async () => {
    const made = await admin.post('/v1/offices', { id: '126', name: ' Kantor 126 ' });
    const office = { id: '126', name: 'Kantor 126', active: true, version: 1 };
    expect(made).toMatchObject({ status: 201, body: { office } });
    expect([made.headers.get('location'), made.headers.get('etag')]).toEqual(['/v1/offices/126', '"1"']);
    expect(await admin.get('/v1/offices/126')).toMatchObject({ status: 200, body: { office } });
    const renamed = await admin.put('/v1/offices/126', { name: 'Kantor Baru' }, { 'if-match': '"1"' });
    expect(renamed).toMatchObject({ status: 200, body: { office: { name: 'Kantor Baru', version: 2 } } });
    expect(await admin.request('PATCH', '/v1/offices/126', { body: { active: false } })).toMatchObject({
      body: { office: { name: 'Kantor Baru', active: false, version: 3 } },
    });
    expect(await admin.delete('/v1/offices/126')).toMatchObject({ status: 204 });
    expect(await admin.get('/v1/offices/126')).toMatchObject(problem(404, 'not_found'));
    expect(await admin.delete('/v1/offices/126')).toMatchObject(problem(404, 'not_found'));
  });

  it('say alone, and not in a list, which of their servers can be chosen', async () => {
    for (const id of ['srv-b', 'srv-c']) {
      await admin.post('/v1/office-servers', { id, officeId: '123', name: `Server ${id}` });
    }
    await admin.request('PATCH', '/v1/office-servers/srv-c', { body: { active: false } });
    const submitter = await api.signedIn('xyz');
    const { body } = await submitter.get<{ office: { servers: { id: string }[] } }>('/v1/offices/123');
    expect(body.office.servers).toContainEqual({ id: 'srv-b', name: 'Server srv-b' });
    expect(body.office.servers.map(({ id }) => id)).not.toContain('srv-c');
    const list = await submitter.get<{ items: object[] }>('/v1/offices');
    expect(list.body.items.filter((each) => 'servers' in each)).toEqual([]);
  });

  it('keep their version when nothing changes, and refuse a stale one', async () => {
    await admin.put('/v1/offices/123', { name: 'Lain' });
    expect(await admin.put('/v1/offices/123', { name: 'Lain' })).toMatchObject({ body: { office: { version: 2 } } });
    const stale = await admin.put('/v1/offices/123', { name: 'Terlambat' }, { 'if-match': '"1"' });
    expect(stale).toMatchObject({ status: 412, body: { code: 'version_mismatch', version: 2 } });
    expect(await admin.delete('/v1/offices/123', { 'if-match': '"1"' })).toMatchObject(problem(409, 'in_use'));
  });

  it('let one of many racing writers win', async () => {
    const names = ['A', 'B', 'C', 'D'];
    const answers = await Promise.all(
      names.map((name) => admin.put('/v1/offices/123', { name }, { 'if-match': '"1"' })),
    );
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412, 412, 412]);
  });

  it('cannot be deleted while something refers to them', async () => {
    expect(await admin.delete('/v1/offices/123')).toMatchObject(problem(409, 'in_use'));
    await admin.post('/v1/offices', { id: '130', name: 'K' });
    await api.store.cases.record(buildCaseView({ officeId: '130' }));
    expect(await admin.delete('/v1/offices/130')).toMatchObject(problem(409, 'in_use'));
  });

  it('are listed page by page, searched and filtered, by everyone', async () => {
    for (const id of ['a-1', 'a-2', 'a-3']) await admin.post('/v1/offices', { id, name: `Cabang ${id}` });
    await admin.put('/v1/offices/a-2', { active: false });
    const submitter = await api.signedIn('xyz');
    const first = await submitter.get<Page>('/v1/offices?q=cabang&limit=2');
    expect(ids(first)).toEqual(['a-1', 'a-2']);
    const second = await submitter.get<Page>(`/v1/offices?q=cabang&limit=2&cursor=${first.body.nextCursor}`);
    expect([ids(second), second.body.nextCursor]).toEqual([['a-3'], null]);
    expect(ids(await submitter.get<Page>('/v1/offices?q=CABANG%20a&active=true'))).toEqual(['a-1', 'a-3']);
    expect(await submitter.get('/v1/offices?cursor=nope')).toMatchObject(problem(400, 'invalid_cursor'));
  });

  it.each([
    [{ name: 'X' }, '#/id', 'required'],
    [{ id: 'Besar', name: 'X' }, '#/id', 'wrong_format'],
    [{ id: 'a'.repeat(65), name: 'X' }, '#/id', 'wrong_format'],
    [{ id: 'x', name: '' }, '#/name', 'too_short'],
    [{ id: 'x', name: '--' }, '#/name', 'nothing_visible'],
    [{ id: 'x', name: 'a\u202eb' }, '#/name', 'control_character'],
    [{ id: 'x', name: 'X', nope: 1 }, '#/nope', 'unknown_field'],
  ])('refuse %j', async (body, pointer, code) => {
    expect(await admin.post('/v1/offices', body)).toMatchObject({ status: 400, body: { errors: [{ pointer, code }] } });
  });

  it('have an id of their own', async () => {
    expect(await admin.post('/v1/offices', { id: '123', name: 'X' })).toMatchObject(problem(409, 'id_taken'));
  });

  it('can come back under a name that was deleted, with numbers that go on', async () => {
    await admin.post('/v1/offices', { id: '126', name: 'Satu' });
    await admin.delete('/v1/offices/126');
    expect(await admin.post('/v1/offices', { id: '126', name: 'Dua' })).toMatchObject({
      status: 201,
      body: { office: { version: 3 } },
    });
  });
});

describe('what an interrupted writer left', () => {
  it('comes into force with the next write', async () => {
    const left = { kind: 'office', subjectId: '123', version: 2, actorId: 'admin', action: 'changed' } as const;
    const after = { name: 'Nama terputus', active: true };
    await api.store.changes.append({ ...left, at: '2026-11-24T00:00:00.000Z', before: null, after });
    expect(await admin.put('/v1/offices/123', { active: false })).toMatchObject({
      status: 200,
      body: { office: { name: 'Nama terputus', active: false, version: 3 } },
    });
  });
});

describe('systems and office servers', () => {
  it('belong to a desk and an office that are there', async () => {
    const system = { id: 'espt', name: 'e-SPT', deskId: 'layanan' };
    expect(await admin.post('/v1/systems', system)).toMatchObject({ status: 201, body: { system } });
    const unknown = { status: 400, body: { errors: [{ pointer: '#/deskId', code: 'unknown_reference' }] } };
    expect(await admin.post('/v1/systems', { ...system, id: 'x', deskId: 'tidak-ada' })).toMatchObject(unknown);
    expect(await admin.put('/v1/systems/espt', { deskId: 'tidak-ada' })).toMatchObject(unknown);
    const server = { id: 'srv-9', officeId: '123', name: 'Server', sessionLimit: 2, address: 'srv-9.local:3390' };
    expect(await admin.post('/v1/office-servers', server)).toMatchObject({
      status: 201,
      body: { officeServer: server },
    });
    expect(await admin.post('/v1/office-servers', { ...server, id: 'x', officeId: 'y' })).toMatchObject({
      status: 400,
    });
    expect(await admin.put('/v1/office-servers/srv-9', { sessionLimit: 0 })).toMatchObject({ status: 400 });
    expect(await admin.delete('/v1/office-servers/srv-9')).toMatchObject({ status: 204 });
    expect(await admin.get('/v1/systems?deskId=lain')).toMatchObject({ body: { items: [] } });
  });

  it('tell a running server of its new limit', async () => {
    const told: [unknown, number][] = [];
    api.engine.changeServerLimit = async (key, limit) => {
      told.push([key, limit]);
      return 'signalled';
    };
    await admin.put('/v1/office-servers/srv-123', { sessionLimit: 3 });
    expect(told).toEqual([[{ officeId: '123', serverId: 'srv-123' }, 3]]);
  });

  it('stay while cases refer to them, and a server stays in its office', async () => {
    await api.store.cases.record(buildCaseView({ systemId: 'sipd', serverId: 'srv-123', officeId: '123' }));
    expect(await admin.delete('/v1/systems/sipd')).toMatchObject(problem(409, 'in_use'));
    expect(await admin.delete('/v1/office-servers/srv-123')).toMatchObject(problem(409, 'in_use'));
    const moved = await admin.put('/v1/office-servers/srv-123', { officeId: '124' });
    expect(moved).toMatchObject(problem(409, 'in_use'));
    expect(await admin.put('/v1/office-servers/srv-124', { officeId: '123' })).toMatchObject({ status: 200 });
  });
});

describe('desks', () => {
  it('are made with the usual settings, but for what is said, and start their rotations', async () => {
    const settings = { capacityPerAgent: 5, businessHours: { enabled: false } };
    const made = await admin.post('/v1/desks', { id: 'keuangan', name: 'Keuangan', settings });
    expect(made).toMatchObject({ status: 201, body: { desk: { id: 'keuangan', version: 1, settings } } });
    expect(api.engine.rotationStarts.map(({ deskId, tier }) => `${deskId}/${tier}`)).toEqual([
      'keuangan/tier-1',
      'keuangan/tier-2',
    ]);
    expect(api.engine.rotationStarts[0]?.state).toMatchObject({ defaultCapacity: 5, roster: [] });
  });

  it('are renamed and set anew by one version', async () => {
    expect(await admin.put('/v1/desks/layanan', { name: 'Layanan Utama' })).toMatchObject({
      body: { desk: { name: 'Layanan Utama', version: 2 } },
    });
    await admin.put('/v1/desks/layanan/settings', { capacityPerAgent: 7 });
    expect(await admin.get('/v1/desks/layanan')).toMatchObject({
      body: { desk: { name: 'Layanan Utama', settings: { capacityPerAgent: 7 }, version: 3 } },
    });
    expect(await admin.delete('/v1/desks/layanan')).toMatchObject(problem(405, 'method_not_allowed'));
  });
});

describe('the audit', () => {
  interface Entry {
    no: number;
    kind: string;
    action: string;
    before: object | null;
    after: object | null;
  }
  const entries = async (query = '') =>
    (await admin.get<{ items: Entry[]; nextCursor: string | null }>(`/v1/audit${query}`)).body;

  it('keeps each change with what was before and after, in order and without a gap', async () => {
    await admin.post('/v1/offices', { id: '126', name: 'Satu' });
    await admin.put('/v1/offices/126', { name: 'Dua' });
    await admin.put('/v1/offices/126', { name: 'Dua' });
    await admin.put('/v1/desks/layanan/settings', { capacityPerAgent: 7 });
    await admin.delete('/v1/offices/126');
    const { items } = await entries();
    expect(items.map(({ no, kind, action }) => [no, kind, action])).toEqual([
      [1, 'office', 'created'],
      [2, 'office', 'changed'],
      [3, 'desk', 'changed'],
      [4, 'office', 'deleted'],
    ]);
    expect(items[1]).toMatchObject({ before: { name: 'Satu' }, after: { name: 'Dua' }, actorId: 'admin', version: 2 });
    expect(items[3]).toMatchObject({ before: { name: 'Dua' }, after: null });
    expect((await entries('?after=2')).items.map(({ no }) => no)).toEqual([3, 4]);
    expect((await entries('?kind=office&subjectId=126&order=desc&limit=2')).items.map(({ no }) => no)).toEqual([4, 2]);
    const { nextCursor } = await entries('?limit=3');
    expect((await entries(`?limit=3&cursor=${nextCursor}`)).items.map(({ no }) => no)).toEqual([4]);
  });

  it('is for admins alone, as is everything that writes', async () => {
    for (const username of ['xyz', 'petugas-a', 'pengawas']) {
      const other = await api.signedIn(username);
      expect(await other.get('/v1/audit')).toMatchObject(problem(403, 'forbidden'));
      for (const path of ['/v1/offices', '/v1/systems', '/v1/office-servers', '/v1/desks', '/v1/users'])
        expect(await other.post(path, {})).toMatchObject(problem(403, 'forbidden'));
      expect(await other.put('/v1/offices/tidak-ada', {})).toMatchObject(problem(403, 'forbidden'));
    }
  });
});
