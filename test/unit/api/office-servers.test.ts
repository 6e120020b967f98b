import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isServerAddress } from '../../../api/office-servers/connection-file.ts';
import { buildCaseView } from '../../support/builders/case-view-builder.ts';
import { buildOfficeServerView, buildSession } from '../../support/builders/session-builder.ts';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';

interface Page {
  items: { id: string; sessions: { agent: { name: string } }[]; queue: { position: number }[] }[];
  nextCursor: string | null;
}

let api: TestApi;
beforeEach(async () => {
  api = await buildTestApi();
  const facts = { deskId: 'layanan', officeId: '123', agentId: 'petugas-a', status: 'inProgress' as const };
  await api.store.cases.record(buildCaseView({ caseId: 'case-1', version: 3, ...facts }));
});
afterEach(() => api.close());

const ask = async (path = '/v1/office-servers/srv-123/sessions') =>
  (await api.signedIn('petugas-a')).post<{ code?: string }>(path, { complaintId: 'case-1' });

describe('/v1/office-servers', () => {
  it('shows who is on a server and who waits, in pages', async () => {
    const queue = [
      buildSession({ agentId: 'petugas-b', state: 'queued', grantedAt: null, expiresAt: null, token: null }),
    ];
    await api.store.officeServerViews.record(buildOfficeServerView({ sessions: [buildSession()], queue }));
    const admin = await api.signedIn('admin');
    const first = await admin.get<Page>('/v1/office-servers?limit=1');
    expect(first.body).toMatchObject({
      items: [{ id: 'srv-123', sessions: [{ agent: { name: 'Petugas A' } }], queue: [{ position: 1 }] }],
    });
    const rest = await admin.get<Page>(`/v1/office-servers?limit=1&cursor=${first.body.nextCursor}`);
    expect(rest.body).toMatchObject({ items: [{ id: 'srv-124', sessions: [], queue: [] }], nextCursor: null });
    expect((await admin.get<Page>('/v1/office-servers?officeId=124')).body.items.map(({ id }) => id)).toEqual([
      'srv-124',
    ]);
    expect((await admin.get('/v1/office-servers?cursor=nonsense')).status).toBe(400);
    expect((await (await api.signedIn('xyz')).get('/v1/office-servers')).status).toBe(403);
  });

  it('shows how it is set up to those who do that, and to nobody else', async () => {
    const server = { serverId: 'srv-9', officeId: '123', name: 'Server 9', sessionLimit: 2, active: false };
    await api.store.officeServers.insert({ ...server, address: 'srv-9.dinas.example', version: 4 });
    const shown = await (await api.signedIn('admin')).get('/v1/office-servers/srv-9');
    expect(shown.body).toMatchObject({ address: 'srv-9.dinas.example', active: false, version: 4 });
    expect(shown.headers.get('etag')).toBe('"4"');
    for (const name of ['petugas-a', 'pengawas']) {
      const { body } = await (await api.signedIn(name)).get<Page>('/v1/office-servers?officeId=123');
      expect(JSON.stringify(body)).toContain('Server 9');
      expect(JSON.stringify(body)).not.toMatch(/address|active|version/);
    }
  });

  it('answers 503 with Retry-After while Temporal is away', async () => {
    api.engine.down = true;
    const refused = await ask();
    expect(refused).toMatchObject({ status: 503, body: { code: 'engine_unavailable' } });
    expect(refused.headers.has('retry-after')).toBe(true);
  });

  it("starts a server's workflow from what was last recorded, and asks it then", async () => {
    api.engine.onServerAct = () => ({
      kind: 'done',
      standing: { session: buildSession({ caseId: 'case-1' }), position: null, holders: [] },
    });
    expect((await ask()).status).toBe(201);
    expect([...api.engine.servers]).toEqual([['office-server:123:srv-123', 1]]);
  });

  it('says that a case has moved on when the workflow knows it first', async () => {
    await ask();
    api.engine.onServerAct = () => {
      void api.store.cases.record(
        buildCaseView({
          caseId: 'case-1',
          agentId: null,
          status: 'resolved',
          formerAgentIds: ['petugas-a'],
          version: 4,
        }),
      );
      return { kind: 'refused', refusal: { code: 'CaseLeft', how: null } };
    };
    expect(await ask()).toMatchObject({ status: 409, body: { code: 'case_moved_on' } });
  });

  it('lets nobody in to a server that is out of use', async () => {
    const closed = { serverId: 'srv-old', officeId: '123', name: 'Lama', sessionLimit: 1, active: false };
    await api.store.officeServers.insert(closed);
    expect(await ask('/v1/office-servers/srv-old/sessions')).toMatchObject({
      status: 422,
      body: { code: 'unknown_server' },
    });
  });

  it('hides sessions of other desks', async () => {
    await api.store.serverSessions.record([buildSession({ sessionId: 's', caseId: 'case-1' })]);
    const path = '/v1/office-servers/srv-123/sessions/s';
    expect((await (await api.signedIn('agen-lain')).get(path)).status).toBe(404);
    expect((await (await api.signedIn('agen-lain')).delete(path)).status).toBe(404);
    expect((await (await api.signedIn('petugas-b')).get(path)).status).toBe(200);
    expect((await (await api.signedIn('petugas-b')).get(path.replace('123', '124'))).status).toBe(404);
  });

  it('hands no connection out when the time is over, whatever the read model says', async () => {
    await api.store.serverSessions.record([buildSession({ sessionId: 's', caseId: 'case-1' })]);
    const path = '/v1/office-servers/srv-123/sessions/s/connection';
    api.clock.now = new Date('2026-11-24T02:00:00.000Z');
    expect(await (await api.signedIn('petugas-a')).get(path)).toMatchObject({
      status: 409,
      body: { code: 'session_ended' },
    });
  });
});

describe('the address of a server', () => {
  it.each(['srv-123', 'srv.kantor.example', '10.1.2.3:3390', '[fe80::1]:3389'])('may be %s', (address) => {
    expect(isServerAddress(address)).toBe(true);
  });

  it.each(['', 'a b', 'a\r\nalternate shell:s:calc', 'a:port', '-a', 'a/b', 'x'.repeat(300)])(
    'is not %j',
    (address) => {
      expect(isServerAddress(address)).toBe(false);
    },
  );
});
