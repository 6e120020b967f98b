import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { giveOwnCase } from '../../activities/report-detaching.ts';
import { startIntakeSweeper } from '../../api/complaints/intake/intake-sweeper.ts';
import type { Complaint, SubmissionAnswer } from '../../api/complaints/complaint-schemas.ts';
import type { CaseView } from '../../workflows/complaint/complaint-types.ts';
import { realStore } from '../support/api/real-store.ts';
import type { TestClient } from '../support/api/test-client.ts';
import { startComplaintStack, type ComplaintStack } from '../support/complaints/complaint-stack.ts';

interface DetachmentAnswer {
  complaint: Complaint;
  detached: { id: string; number: string };
  code?: string;
}
interface Timeline {
  items: { type: string; data: Record<string, unknown> }[];
}

let stack: ComplaintStack;
let drop: () => Promise<void>;
let xyz: TestClient;
let abc: TestClient;
let supervisor: TestClient;
let sent = 0;

beforeAll(async () => {
  const real = await realStore();
  drop = () => real.drop();
  stack = await startComplaintStack({ store: real.store });
  const [first, second] = stack.ids.submitters;
  [xyz, abc] = [await stack.as(first), await stack.as(second)];
  supervisor = await stack.as(stack.ids.supervisorId);
});
afterAll(async () => {
  await stack.end();
  await drop();
});

const problem = (words = 'Tidak bisa masuk') => {
  sent += 1;
  return { systemId: stack.ids.systemId, category: 'login', title: `${words}, kode ${sent}`, description: 'x' };
};

function recorded(caseId: string, holds: (view: CaseView) => boolean) {
  return vi.waitUntil(
    async () => {
      const view = await stack.desk.store.cases.find(caseId);
      return view !== null && holds(view) ? view : null;
    },
    { timeout: 20_000, interval: 50 },
  );
}

/** A case of xyz with a report of abc, who has other words for it (or the same). */
async function caseOfTwo(theirs?: object) {
  const mine = problem();
  const { id } = (await xyz.post<SubmissionAnswer>('/v1/complaints', mine)).body.complaint;
  const { agentId } = await recorded(id, ({ status }) => status === 'assigned');
  const body = theirs ?? problem('Cetak gagal');
  const path = theirs === undefined ? `/v1/complaints/${id}/reports` : '/v1/complaints';
  const joined = await abc.post<SubmissionAnswer>(path, { ...mine, ...body });
  expect(joined.body.complaint.id).toBe(id);
  await recorded(id, ({ reportCount }) => reportCount === 2);
  return { id, mine, agent: await stack.as(agentId ?? ''), reportId: joined.body.report.id };
}

const detach = (client: TestClient, id: string, reportId: string, headers?: Record<string, string>) =>
  client.post<DetachmentAnswer>(`/v1/complaints/${id}/detach`, { reportId, reason: 'Masalah lain' }, headers);

const timeline = async (id: string) => (await supervisor.get<Timeline>(`/v1/complaints/${id}/timeline`)).body.items;

it('a report that was wrongly attached becomes a case of its own, with a turn', async () => {
  const { agent, id, reportId } = await caseOfTwo();
  const { body, status } = await detach(agent, id, reportId, { 'idempotency-key': 'once' });
  expect(status).toBe(200);
  expect(body.complaint).toMatchObject({ id, reportCount: 1 });
  const own = await recorded(body.detached.id, (view) => view.status === 'assigned');
  expect(own).toMatchObject({ number: body.detached.number, reportCount: 1, attempt: 1, previousCaseId: null });
  const { store } = stack.desk;
  await expect.poll(async () => (await store.reports.find(reportId))?.placedCaseId).toBe(own.caseId);

  // Whose it is sees the new case under its number, and the old one no more.
  expect((await abc.get(`/v1/complaints/${id}`)).status).toBe(404);
  const seen = await abc.get<{ complaint: Complaint }>(`/v1/complaints/${body.detached.number}`);
  expect(seen.body.complaint.title).toContain('Cetak gagal');
  expect((await xyz.get(`/v1/complaints/${own.caseId}`)).status).toBe(404);
  const mine = await abc.get<{ items: Complaint[] }>('/v1/complaints');
  expect(mine.body.items.map((complaint) => complaint.id)).toEqual([own.caseId]);
  const news = () => abc.get<{ items: { kind: string; text: string }[] }>('/v1/notifications');
  await expect.poll(async () => (await news()).body.items.map(({ kind }) => kind)).toContain('detached');

  // Each timeline names the other case.
  const left = (await timeline(id)).find(({ type }) => type === 'reportDetached');
  expect(left?.data).toMatchObject({ toId: own.caseId, number: own.number, reason: 'Masalah lain' });
  const [received] = await timeline(own.caseId);
  expect(received?.data).toMatchObject({ detachedFromId: id, detachedFromNumber: body.complaint.number });

  const again = await detach(agent, id, reportId, { 'idempotency-key': 'once' });
  expect([again.status, again.body.detached]).toEqual([200, body.detached]);
  expect(await detach(agent, id, reportId)).toMatchObject({ status: 409, body: { code: 'report_not_in_case' } });
  expect((await timeline(id)).filter(({ type }) => type === 'reportDetached')).toHaveLength(1);
});

it('the same words get a case of their own too, and are attached again when they are sent again', async () => {
  const { agent, id, mine, reportId } = await caseOfTwo({});
  const { body } = await detach(agent, id, reportId);
  const own = await recorded(body.detached.id, (view) => view.status === 'assigned');
  const old = await recorded(id, () => true);
  expect(own.fingerprint).not.toBe(old.fingerprint);
  expect((await abc.get(`/v1/complaints/${own.caseId}`)).status).toBe(200);
  // Brought again by whoever had not heard of it: it is not taken in again.
  const report = await stack.desk.store.reports.find(reportId);
  const { candidate, receivedAt, submitterId, title } = report!;
  const { engine } = stack.services;
  const ref = { reportId, submitterId, receivedAt, title, candidate };
  expect(await engine.attachReport({ workflowId: old.workflowId, report: ref })).toBe('attached');
  const third = await abc.post<SubmissionAnswer>('/v1/complaints', mine);
  expect(third.body.complaint.id).toBe(id);
  await recorded(id, ({ reportCount, version }) => reportCount === 2 && version > old.version);
  expect((await stack.desk.store.reports.find(reportId))?.placedCaseId).toBe(own.caseId);
});

it('says clearly what cannot be detached', async () => {
  const { agent, id, reportId } = await caseOfTwo();
  const [first] = await stack.desk.store.reports.ofCase(id);
  const refused = async (client: TestClient, report: string, headers?: Record<string, string>) => {
    const { body, status } = await detach(client, id, report, headers);
    return [status, body.code];
  };
  expect(await refused(agent, first?.reportId ?? '')).toEqual([409, 'report_opened_case']);
  expect(await refused(agent, 'unknown')).toEqual([409, 'report_not_in_case']);
  expect(await refused(agent, reportId, { 'if-match': '"1"' })).toEqual([412, 'version_mismatch']);
  expect(await refused(abc, reportId)).toEqual([403, 'forbidden']);
  const stranger = stack.desk.agents.tier2[0] ?? '';
  expect(await refused(await stack.as(stranger), reportId)).toEqual([403, 'not_assigned']);

  // Merged: its reports are the surviving case's to give away, but not the one that it began with.
  const other = await caseOfTwo();
  await supervisor.post(`/v1/complaints/${id}/merge`, { intoId: other.id });
  await recorded(other.id, ({ reportCount }) => reportCount === 4);
  expect(await refused(supervisor, reportId)).toEqual([409, 'illegal_in_status']);
  const survivor = await supervisor.get<{ complaint: Complaint }>(`/v1/complaints/${other.id}`);
  expect(survivor.body.complaint.reports?.map((report) => report.openedCase)).toEqual([true, false, true, false]);
  const began = await detach(supervisor, other.id, first?.reportId ?? '');
  expect([began.status, began.body.code]).toEqual([409, 'report_opened_case']);
  const { body, status } = await detach(supervisor, other.id, reportId);
  expect([status, body.complaint.reportCount]).toEqual([200, 3]);
  await recorded(body.detached.id, (view) => view.status === 'assigned');
});

it('if every process dies before the new case is open, the sweeper opens it', async () => {
  const { id, reportId } = await caseOfTwo();
  const view = await recorded(id, () => true);
  const { store, engine, directory } = stack.services;
  const report = (await store.reports.find(reportId))!;
  const facts = { ...view, fingerprint: `own-${reportId}` };
  const dead = { ...stack.desk.engine, openCase: () => Promise.reject(new Error('killed')) };
  await expect(giveOwnCase({ store, engine: dead }, view, { report, facts })).rejects.toThrow('killed');
  expect(await store.reports.find(reportId)).toMatchObject({ placedCaseId: null, detachedFromIds: [id] });
  const logger = { info: vi.fn(), warn: vi.fn() };
  const sweeper = startIntakeSweeper({ store, engine, directory, logger, everyMs: 3_600_000, olderThanMs: -1_000 });
  expect(await sweeper.sweep()).toBe(1);
  await sweeper.stop();
  const own = await recorded(report.candidate.caseId, ({ status }) => status === 'assigned');
  expect(own).toMatchObject({ number: report.candidate.number, reportCount: 1 });
  expect((await timeline(own.caseId))[0]?.data).toMatchObject({ detachedFromId: id });
  // The activity is tried again later, and finds everything done.
  await giveOwnCase({ store, engine: stack.desk.engine }, view, { report, facts });
  expect((await store.reports.find(reportId))?.placedCaseId).toBe(own.caseId);
});
