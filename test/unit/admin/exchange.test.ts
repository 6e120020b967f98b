import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../../store/store-errors.ts';
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

interface Result {
  passwords?: { id: string; oneTimePassword: string }[];
  errors: { line: number; column: string; code: string; detail: string }[];
}

const csv = (kind: string, text: string, query = '') =>
  admin.request<Result>('POST', `/v1/imports/${kind}${query}`, { body: text, headers: { 'content-type': 'text/csv' } });

describe('an import', () => {
  const offices = '\ufeffid,name,active\r\n123,Kantor 123,true\r\n124,Kantor Baru,false\r\n126,"Kantor ""126""",\r\n';
  const counts = { lines: 3, created: 1, updated: 1, unchanged: 1, errors: [] };

  it('tells in a dry run what it would do, does it, and finds nothing to do the next time', async () => {
    const dry = await csv('offices', offices, '?dryRun=true');
    expect(dry).toMatchObject({ status: 200, body: { ...counts, applied: false } });
    expect(await api.store.offices.find('126')).toBeNull();
    expect(await csv('offices', offices)).toMatchObject({ status: 200, body: { ...counts, applied: true } });
    expect(await api.store.offices.find('126')).toMatchObject({ name: 'Kantor "126"' });
    expect(await api.store.offices.find('124')).toMatchObject({ name: 'Kantor Baru', active: false, version: 2 });
    expect(await csv('offices', offices)).toMatchObject({ body: { created: 0, updated: 0, unchanged: 3 } });
    expect(await admin.get('/v1/audit?kind=office')).toMatchObject({ body: { items: [{}, {}] } });
  });

  it('names each bad line, and then writes none', async () => {
    const text =
      'id,officeId,name,sessionLimit,address,active\nsrv-9,123,Baik,2,,\nsrv-10,999,X,1,,\nSRV,123,X,nol,,ya\nsrv-9,123,Y,1,,\nx,y\n';
    const answer = await csv('office-servers', text);
    expect(answer.status).toBe(422);
    const found = answer.body.errors.map(({ line, column, code }) => [line, column, code]);
    expect(found).toEqual([
      [3, 'officeId', 'unknown_reference'],
      [4, 'id', 'wrong_format'],
      [4, 'sessionLimit', 'wrong_type'],
      [4, 'active', 'wrong_type'],
      [5, 'id', 'repeated_line'],
      [6, '', 'malformed_line'],
    ]);
    expect(answer.body.errors[0]?.detail).toBe('What was chosen here does not exist, or no longer does.');
    expect(await api.store.officeServers.find('srv-9')).toBeNull();
  });

  it('wants its header, and CSV', async () => {
    expect((await csv('systems', 'id,nama\n')).body.errors.map(({ column, code }) => [column, code])).toEqual([
      ['name', 'required'],
      ['deskId', 'required'],
      ['active', 'required'],
      ['nama', 'unknown_field'],
    ]);
    expect(await csv('systems', 'id,"name\n')).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'malformed_line' }] },
    });
    expect(await admin.post('/v1/imports/systems', {})).toMatchObject({ status: 415 });
    const big = 'x'.repeat(1_000_001);
    expect(await csv('systems', big)).toMatchObject({ status: 413 });
  });

  it('of users gives one-time passwords and tells the rosters', async () => {
    const header = 'id,username,name,role,officeId,deskId,tier,email';
    const lines = ['petugas-z,,Petugas Z,agent,,layanan,tier-1,z@example.go.id', 'xyz,xyz,XYZ Baru,submitter,123,,,'];
    const { status, body } = await csv('users', [header, ...lines].join('\n'));
    expect([status, body]).toMatchObject([200, { created: 1, updated: 1, passwords: [{ id: 'petugas-z' }] }]);
    expect(api.engine.rotationSignals).toMatchObject([{ signal: { message: { joined: ['petugas-z'], left: [] } } }]);
    expect(await api.store.users.find('xyz')).toMatchObject({ name: 'XYZ Baru' });
  });
});

describe('an export', () => {
  it.each(['offices', 'systems', 'office-servers', 'users'])('of %s can be taken in again unchanged', async (kind) => {
    const { status, body, headers } = await admin.get<string>(`/v1/exports/${kind}`);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(body).not.toContain('argon2');
    expect(await csv(kind, body)).toMatchObject({ status: 200, body: { created: 0, updated: 0, errors: [] } });
  });

  it('guards cells that a spreadsheet would run, and the import takes the guard off', async () => {
    await admin.put('/v1/offices/123', { name: '=1+1' });
    const { body } = await admin.get<string>('/v1/exports/offices');
    expect(body).toContain("123,'=1+1,true");
    expect(await csv('offices', body)).toMatchObject({ body: { unchanged: 2 } });
  });

  it("of cases is one line for each of the desk's, by the filters of the list", async () => {
    for (const caseId of ['satu', 'dua']) await api.store.cases.record(buildCaseView({ caseId, systemId: caseId }));
    await api.store.cases.record(buildCaseView({ caseId: 'lain', deskId: 'lain' }));
    const supervisor = await api.signedIn('pengawas');
    const lines = async (query: string) =>
      ((await supervisor.get<string>(`/v1/exports/cases${query}`)).body ?? '')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { complaint: { id: string; reports: [] }; timeline: []; messages: [] });
    const all = await lines('');
    expect(all.map(({ complaint }) => complaint.id).sort()).toEqual(['dua', 'satu']);
    expect(all[0]).toMatchObject({ complaint: { reports: [] }, timeline: [], messages: [] });
    expect((await lines('?systemId=dua')).map(({ complaint }) => complaint.id)).toEqual(['dua']);
    for (const other of [admin, await api.signedIn('petugas-a'), await api.signedIn('xyz')])
      expect(await other.get('/v1/exports/cases')).toMatchObject({ status: 403 });
  });

  it('of cases says so when the store fails before the first line', async () => {
    const supervisor = await api.signedIn('pengawas');
    api.store.cases.list = () => Promise.reject(new StoreUnavailable('cases.list', new Error('down')));
    const answer = await supervisor.get('/v1/exports/cases');
    expect(answer).toMatchObject({ status: 503, body: { code: 'store_unavailable' } });
  });
});
