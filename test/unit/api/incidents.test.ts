import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PresentedIncident } from '../../../api/incidents/incident-schemas.ts';
import { fakeIncidentFlow } from '../../support/authorisation/access-incidents.ts';
import { buildCaseView } from '../../support/builders/case-view-builder.ts';
import { buildIncident } from '../../support/builders/incident-builder.ts';
import { buildReport } from '../../support/builders/report-builder.ts';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';
import type { TestClient } from '../../support/api/test-client.ts';

interface Answer {
  incident: PresentedIncident;
  code?: string;
}
interface Page {
  items: PresentedIncident[];
  nextCursor?: string;
}

let api: TestApi;
let agent: TestClient;
let xyz: TestClient;
beforeEach(async () => {
  api = await buildTestApi();
  fakeIncidentFlow(api);
  [agent, xyz] = [await api.signedIn('petugas-a'), await api.signedIn('xyz')];
});
afterEach(() => api.close());

const body = { systemId: 'sipd', title: 'SIPD mati', notice: 'Sedang ditangani.' };
const open = (more: object = {}, headers?: Record<string, string>) =>
  agent.post<Answer>('/v1/incidents', { ...body, ...more }, headers);
const newCase = async (overrides: Parameters<typeof buildCaseView>[0] = {}) => {
  const view = buildCaseView({ status: 'inProgress', ...overrides });
  await api.store.cases.record(view);
  return view;
};

describe('POST /v1/incidents', () => {
  it('opens one with its cases, by id or number', async () => {
    const [one, two] = [await newCase(), await newCase({ officeId: '124' })];
    const answer = await open({ complaintIds: [one.caseId, two.number.toLowerCase()] });
    expect(answer).toMatchObject({
      status: 201,
      body: { incident: { ...body, status: 'open', caseCount: 2, openedBy: { name: 'Petugas A' } } },
    });
    expect(answer.headers.get('location')).toBe(`/v1/incidents/${answer.body.incident.id}`);
    expect(answer.body.incident.complaints?.map(({ id }) => id)).toEqual([one.caseId, two.caseId]);
  });

  it('answers a repeated request again, and refuses the key for something else', async () => {
    const headers = { 'idempotency-key': 'kunci-0001' };
    const view = await newCase();
    const first = await open({ complaintIds: [view.caseId] }, headers);
    // By now the case waits with it, and could not be linked once more.
    await api.store.cases.record({ ...view, incidentId: first.body.incident.id, version: 2 });
    const again = await open({ complaintIds: [view.caseId] }, headers);
    expect(again).toMatchObject({ status: 201, body: { incident: { id: first.body.incident.id } } });
    expect(await open({ title: 'Lain' }, headers)).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    });
    expect(api.engine.incidents.size).toBe(1);
  });

  it.each<[string, Parameters<typeof buildCaseView>[0], number, string]>([
    ['has ended', { status: 'closed' }, 422, 'unknown_case'],
    ['is resolved', { status: 'resolved' }, 422, 'unknown_case'],
    ['is of another desk', { deskId: 'lain' }, 422, 'unknown_case'],
    ['is about another system', { systemId: 'simpeg' }, 422, 'case_of_other_system'],
    ['waits with another incident', { status: 'received', incidentId: 'x' }, 409, 'case_in_other_incident'],
  ])('refuses a case that %s', async (_what, overrides, status, code) => {
    const { caseId } = await newCase(overrides);
    const good = await newCase();
    const answer = await open({ complaintIds: [good.caseId, caseId] });
    expect(answer).toMatchObject({ status, body: { code, errors: [{ pointer: '#/complaintIds/1' }] } });
    expect(api.engine.incidents.size).toBe(0);
  });

  it('says so when nobody answers', async () => {
    api.engine.onIncidentAct = () => ({ kind: 'unanswered' });
    const answer = await open();
    expect(answer).toMatchObject({ status: 503, body: { code: 'worker_unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('2');
  });
});

describe('an incident in the API', () => {
  it('shows everyone the notice and nothing else, while it is open', async () => {
    const { id = '' } = (await open({ complaintIds: [(await newCase()).caseId] })).body.incident;
    const seen = await xyz.get<Answer>(`/v1/incidents/${id}`);
    expect(seen.body.incident).toEqual({ id, ...body, status: 'open', caseCount: 1 });
    expect((await xyz.get<Page>('/v1/incidents')).body.items).toEqual([seen.body.incident]);
    const withdrawn = await agent.request<Answer>('PATCH', `/v1/incidents/${id}`, { body: { notice: null } });
    expect(withdrawn).toMatchObject({ status: 200 });
    expect((await xyz.get(`/v1/incidents/${id}`)).status).toBe(404);
    expect((await xyz.get<Page>('/v1/incidents')).body.items).toEqual([]);
    expect((await agent.get<Page>('/v1/incidents')).body.items).toMatchObject([{ id, caseCount: 1, version: 2 }]);
  });

  it("is listed in pages, the own desk's beside what others have published", async () => {
    const at = (hour: number) => `2026-11-24T0${hour}:00:00.000Z`;
    const rows = [
      buildIncident({ openedAt: at(1), status: 'resolved' }),
      buildIncident({ openedAt: at(2), deskId: 'lain', systemId: 'kas' }),
      buildIncident({ openedAt: at(3), deskId: 'lain', notice: null }),
      buildIncident({ openedAt: at(4) }),
    ];
    for (const row of rows) await api.store.incidents.record(row);
    const [resolved, elsewhere, , newest] = rows.map(({ incidentId }) => incidentId);
    const first = await agent.get<Page>('/v1/incidents?limit=2');
    expect(first.body.items.map(({ id }) => id)).toEqual([newest, elsewhere]);
    expect(first.body.items[1]?.openedBy).toBeUndefined();
    const rest = await agent.get<Page>(`/v1/incidents?limit=2&cursor=${first.body.nextCursor}`);
    expect(rest.body).toMatchObject({ items: [{ id: resolved }] });
    expect(rest.body.nextCursor).toBeUndefined();
    expect((await agent.get<Page>('/v1/incidents?status=resolved&systemId=sipd')).body.items).toHaveLength(1);
    expect((await xyz.get<Page>('/v1/incidents?systemId=kas')).body.items).toHaveLength(1);
  });

  it('links, unlinks, resolves once, and is resolved then', async () => {
    const { id = '' } = (await open()).body.incident;
    const view = await newCase();
    const path = `/v1/incidents/${id}`;
    const link = () => agent.post<Answer>(`${path}/cases`, { complaintIds: [view.number] });
    expect(await link()).toMatchObject({ status: 200, body: { incident: { caseCount: 1 } } });
    await api.store.cases.record({ ...view, status: 'received', incidentId: id, version: 2 });
    expect(await link()).toMatchObject({ status: 200, body: { incident: { caseCount: 1 } } });
    expect(await agent.delete(`${path}/cases/${view.number}`)).toMatchObject({
      status: 200,
      body: { incident: { caseCount: 0 } },
    });
    expect(await agent.delete(`${path}/cases/${view.number}`)).toMatchObject({ status: 404 });
    const key = { 'idempotency-key': 'kunci-0002' };
    const resolve = (resolution: string) => agent.post<Answer>(`${path}/resolve`, { resolution }, key);
    expect(await resolve('Pulih.')).toMatchObject({
      status: 200,
      body: { incident: { status: 'resolved', resolution: 'Pulih.' } },
    });
    expect(await resolve('Pulih.')).toMatchObject({ status: 200 });
    expect(await resolve('Lain.')).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
    expect(await agent.post(`${path}/resolve`, { resolution: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'incident_resolved' },
    });
    expect(await link()).toMatchObject({ status: 409, body: { code: 'incident_resolved' } });
  });

  it('changes its words only in the version that was seen', async () => {
    const { id = '' } = (await open()).body.incident;
    const patch = (version: string) =>
      agent.request<Answer>('PATCH', `/v1/incidents/${id}`, {
        body: { title: 'SIPD lambat' },
        headers: { 'if-match': version },
      });
    expect(await patch('"7"')).toMatchObject({ status: 412 });
    expect(await patch('"1"')).toMatchObject({
      status: 200,
      body: { incident: { title: 'SIPD lambat', notice: body.notice } },
    });
  });

  it('finds open cases of every office that sound like it, and none that waits already', async () => {
    const words = { title: 'SIPD tidak bisa dibuka', description: 'Halaman SIPD kosong sejak pagi di semua komputer.' };
    const add = async (overrides: Parameters<typeof buildCaseView>[0], text = words) => {
      const view = await newCase({ ...text, ...overrides });
      await api.store.reports.insert(
        buildReport({ ...text, officeId: view.officeId, candidate: { caseId: view.caseId, number: view.number } }),
      );
      return view;
    };
    const here = await add({});
    const there = await add({ officeId: '124', status: 'received', agentId: null });
    await add({ incidentId: 'x', status: 'received' });
    await add({ status: 'resolved' });
    await add({}, { title: 'Cetak laporan miring', description: 'Printer di ruang keuangan macet kertasnya.' });
    const { id = '' } = (await open({ title: 'SIPD tidak bisa dibuka' })).body.incident;
    const { body: found } = await agent.get<{ items: { complaint: { id: string }; similarity: number }[] }>(
      `/v1/incidents/${id}/suggestions`,
    );
    expect(found.items.map(({ complaint }) => complaint.id).sort()).toEqual([here.caseId, there.caseId].sort());
  });
});

describe('joining an incident by a complaint', () => {
  const complaint = {
    systemId: 'sipd',
    category: 'login',
    title: 'SIPD mati total',
    description: 'Tidak ada yang terbuka.',
  };

  it('is offered before sending, and starts the case with it', async () => {
    const { id = '' } = (await open()).body.incident;
    const similar = await xyz.post<{ incidents: unknown[] }>('/v1/complaints/similar', complaint);
    expect(similar.body.incidents).toEqual([{ id, ...body }]);
    const sent = await xyz.post('/v1/complaints', { ...complaint, incidentId: id });
    expect(sent).toMatchObject({ status: 201, body: { complaint: { incidentId: id } } });
    expect(api.engine.cases[0]?.incident).toEqual({ incidentId: id, workflowId: `incident:${id}` });
  });

  it('is refused for what is no incident of that system, and taken when it is over by now', async () => {
    expect(await xyz.post('/v1/complaints', { ...complaint, incidentId: 'tidak-ada' })).toMatchObject({
      status: 422,
      body: { code: 'unknown_incident', errors: [{ pointer: '#/incidentId' }] },
    });
    const over = buildIncident({ status: 'resolved' });
    await api.store.incidents.record(over);
    expect((await xyz.post('/v1/complaints', { ...complaint, incidentId: over.incidentId })).status).toBe(201);
  });

  it('is part of what an Idempotency-Key stands for', async () => {
    const incident = buildIncident();
    await api.store.incidents.record(incident);
    const key = { 'idempotency-key': 'kunci-0003' };
    const send = (more: object) => xyz.post('/v1/complaints', { ...complaint, ...more }, key);
    expect((await send({ incidentId: incident.incidentId })).status).toBe(201);
    expect((await send({ incidentId: incident.incidentId })).status).toBe(201);
    expect(await send({})).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  });
});
