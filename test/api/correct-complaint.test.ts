import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Complaint, SubmissionAnswer } from '../../api/complaints/complaint-schemas.ts';
import { fingerprintOf } from '../../workflows/complaint/complaint-fingerprint.ts';
import type { CaseView } from '../../workflows/complaint/complaint-types.ts';
import { complaintWorkflowId } from '../../workflows/kernel/workflow-ids.ts';
import { realStore } from '../support/api/real-store.ts';
import type { TestClient } from '../support/api/test-client.ts';
import { buildDesk } from '../support/builders/desk-builder.ts';
import { buildUser } from '../support/builders/user-builder.ts';
import { startComplaintStack, type ComplaintStack } from '../support/complaints/complaint-stack.ts';

interface CorrectionAnswer {
  complaint: Complaint;
  sameProblem?: { id: string; number: string };
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
let other: { deskId: string; systemId: string; agentId: string };
let sent = 0;

beforeAll(async () => {
  const real = await realStore();
  drop = () => real.drop();
  stack = await startComplaintStack({ store: real.store, settings: { reopenWindow: 'PT1S' } });
  const [first, second] = stack.ids.submitters;
  [xyz, abc] = [await stack.as(first), await stack.as(second)];
  supervisor = await stack.as(stack.ids.supervisorId);
  // Another desk with one agent and one system, on the same workers.
  const { deskId, store } = stack.desk;
  other = { deskId: `lain-${deskId}`, systemId: `kas-${deskId}`, agentId: `lain-a-${deskId}` };
  const desk = buildDesk({ deskId: other.deskId });
  const settings = (await store.desks.find(deskId))?.settings ?? desk.settings;
  await store.desks.insert({ ...desk, settings: { ...settings, resolveTier1Within: 'PT5H' } });
  await store.systems.insert({ systemId: other.systemId, name: 'Kas', deskId: other.deskId });
  const agent = { userId: other.agentId, username: other.agentId, role: 'agent' as const, tier: 'tier-1' as const };
  await store.users.insert(buildUser({ ...agent, deskId: other.deskId, rosterPosition: 0 }));
});
afterAll(async () => {
  await stack.end();
  await drop();
});

const problem = () => {
  sent += 1;
  return { systemId: stack.ids.systemId, category: 'login', title: `Macet, kode ${sent}`, description: 'x' };
};
const send = (client: TestClient, body: object) => client.post<SubmissionAnswer>('/v1/complaints', body);
const patch = (client: TestClient, id: string, body: object, headers?: Record<string, string>) =>
  client.request<CorrectionAnswer>('PATCH', `/v1/complaints/${id}`, {
    body: JSON.stringify({ reason: 'Salah pilih', ...body }),
    headers: { 'content-type': 'application/json', ...headers },
  });

/** A busy worker may not answer in time: then the same is asked for again, as the answer says. */
async function patchPatiently(client: TestClient, id: string, body: object): Promise<{ status: number }> {
  let answer = { status: 503 };
  await expect
    .poll(async () => (answer = await patch(client, id, body, { 'idempotency-key': 'patient' })).status)
    .not.toBe(503);
  return answer;
}

function recorded(caseId: string, holds: (view: CaseView) => boolean) {
  return vi.waitUntil(
    async () => {
      const view = await stack.desk.store.cases.find(caseId);
      return view !== null && holds(view) ? view : null;
    },
    { timeout: 20_000, interval: 50 },
  );
}

async function assignedCase() {
  const body = problem();
  const { id } = (await send(xyz, body)).body.complaint;
  const view = await recorded(id, ({ status }) => status === 'assigned');
  return { id, body, view, agent: await stack.as(view.agentId ?? '') };
}

const timeline = async (client: TestClient, id: string) =>
  (await client.get<Timeline>(`/v1/complaints/${id}/timeline`)).body.items;

it('a corrected case keeps its agent and its clock, and is reached under old and new facts until it ends', async () => {
  const { agent, body, id, view } = await assignedCase();
  const key = { 'idempotency-key': 'once' };
  const done = await patch(agent, id, { category: 'cetak', serverId: stack.ids.serverId }, key);
  expect(done).toMatchObject({ status: 200, body: { complaint: { category: 'cetak', status: 'assigned' } } });
  expect(done.body.sameProblem).toBeUndefined();
  const after = await recorded(id, ({ category }) => category === 'cetak');
  expect(after).toMatchObject({ agentId: view.agentId, resolveBy: view.resolveBy, workflowId: view.workflowId });
  expect(after.fingerprint).not.toBe(view.fingerprint);
  expect((await patch(agent, id, { category: 'cetak', serverId: stack.ids.serverId }, key)).status).toBe(200);
  expect(await patch(agent, id, { category: 'cetak' })).toMatchObject({ body: { code: 'nothing_to_correct' } });
  const entries = await timeline(supervisor, id);
  expect(entries.filter(({ type }) => type === 'corrected').map(({ data }) => data)).toMatchObject([
    { from: { category: 'login', serverId: null }, to: { category: 'cetak' }, reason: 'Salah pilih' },
  ]);
  expect(JSON.stringify(await timeline(xyz, id))).not.toContain('Salah pilih');

  // Under the new facts and under the old ones; who sends it can read the case at once.
  const right = { ...body, category: 'cetak', serverId: stack.ids.serverId };
  const under = await send(abc, right);
  expect([under.status, under.body.complaint.id]).toEqual([200, id]);
  expect((await abc.get(`/v1/complaints/${id}`)).status).toBe(200);
  expect((await send(xyz, body)).body.complaint.id).toBe(id);
  await recorded(id, ({ reportCount }) => reportCount === 3);

  // Back again, by the supervisor; then it ends, and what led to it ends with it.
  expect((await patch(supervisor, id, { category: 'login', serverId: null })).status).toBe(200);
  expect((await send(abc, right)).body.complaint.id).toBe(id);
  await recorded(id, ({ reportCount }) => reportCount === 4);
  await supervisor.post(`/v1/complaints/${id}/resolve`, { resolution: 'Beres' });
  await recorded(id, ({ status }) => status === 'closed');
  const forwarder = complaintWorkflowId({ officeId: view.officeId, fingerprint: after.fingerprint });
  await expect.poll(async () => (await stack.services.engine.describeCase(forwarder))?.running).toBe(false);
  const next = await send(abc, right);
  expect(next.status).toBe(201);
  await recorded(next.body.complaint.id, ({ status }) => status === 'assigned');
});

it('says clearly what cannot be corrected', async () => {
  const { agent, body, id } = await assignedCase();
  const code = async (client: TestClient, wish: object, headers?: Record<string, string>) => {
    const answer = await patch(client, id, wish, headers);
    return [answer.status, answer.body.code];
  };
  expect(await code(agent, { systemId: 'tidak-ada' })).toEqual([422, 'unknown_system']);
  expect(await code(agent, { serverId: 'tidak-ada' })).toEqual([422, 'unknown_server']);
  expect(await code(agent, { category: 'x' }, { 'if-match': '"1"' })).toEqual([412, 'version_mismatch']);
  expect(await code(xyz, { category: 'x' })).toEqual([403, 'forbidden']);
  const [colleague] = stack.desk.agents.tier2;
  expect(await code(await stack.as(colleague ?? ''), { category: 'x' })).toEqual([403, 'not_assigned']);

  // Another case of exactly that problem is named; the correction holds, and each is found under its own.
  const twin = await send(abc, { ...body, category: 'cetak' });
  await recorded(twin.body.complaint.id, ({ status }) => status === 'assigned');
  const done = await patch(supervisor, id, { category: 'cetak' });
  expect(done.body.sameProblem).toMatchObject({ id: twin.body.complaint.id, number: twin.body.complaint.number });
  expect(done.body.complaint.category).toBe('cetak');
  expect((await send(xyz, body)).body.complaint.id).toBe(id);
  expect((await abc.get(`/v1/complaints/${id}`)).status).toBe(404);

  // Merged: every fingerprint of either leads to the surviving case.
  expect((await patch(supervisor, id, { category: 'jaringan' })).status).toBe(200);
  await supervisor.post(`/v1/complaints/${id}/merge`, { intoId: twin.body.complaint.id });
  const all = await recorded(twin.body.complaint.id, ({ mergedCaseIds }) => mergedCaseIds.includes(id));
  expect(all.mergedCaseIds).toEqual([id]);
  const late = await send(abc, { ...body, category: 'jaringan' });
  await recorded(twin.body.complaint.id, ({ reportCount }) => reportCount === all.reportCount + 1);
  expect(late.body.complaint.id).toBe(twin.body.complaint.id);
});

it("another desk's system hands the case to the rotation of that desk, and back", async () => {
  const { agent, id, view } = await assignedCase();
  const { store } = stack.desk;
  const openCases = async (deskId: string, agentId: string | null) =>
    (await store.rotations.find({ deskId, tier: 'tier-1' }))?.roster.find((each) => each.agentId === agentId)
      ?.openCases;
  const before = (await openCases(view.deskId, view.agentId)) ?? 0;
  const done = await patch(agent, id, { systemId: other.systemId });
  expect(done).toMatchObject({ status: 200, body: { complaint: { deskId: other.deskId, tier: 'tier-1' } } });
  const moved = await recorded(id, ({ agentId, status }) => status === 'assigned' && agentId === other.agentId);
  expect(moved).toMatchObject({ attempt: 2, formerAgentIds: [view.agentId], workflowId: view.workflowId });
  const hours = (Date.parse(moved.resolveBy ?? '') - Date.parse(moved.updatedAt)) / 3_600_000;
  expect(Math.round(hours)).toBe(5);
  await expect.poll(() => openCases(view.deskId, view.agentId)).toBe(before - 1);
  expect(await openCases(other.deskId, other.agentId)).toBe(1);
  expect((await agent.get(`/v1/complaints/${id}`)).status).toBe(404);
  const theirs = await stack.as(other.agentId);
  expect((await theirs.get(`/v1/complaints/${id}`)).status).toBe(200);
  const { client } = stack.desk;
  const { searchAttributes } = await client.workflow.getHandle(view.workflowId).describe();
  expect(searchAttributes).toMatchObject({ DeskId: [other.deskId], SystemId: [other.systemId] });

  // Back at a desk that remembers the case: it gets a turn of its own, not the old answer.
  expect((await patch(theirs, id, { systemId: stack.ids.systemId })).status).toBe(200);
  const back = await recorded(id, ({ attempt, status }) => status === 'assigned' && attempt === 3);
  expect(back.deskId).toBe(view.deskId);
  await expect.poll(() => openCases(other.deskId, other.agentId)).toBe(0);
});

it('fifty identical reports under old and new facts while it is corrected are one case, and each is placed once', async () => {
  const { body, id, view } = await assignedCase();
  const right = { ...body, category: 'cetak' };
  const old = Array.from({ length: 25 }, (_, n) => send(n % 2 === 0 ? xyz : abc, body));
  const correcting = patchPatiently(supervisor, id, { category: 'cetak' });
  // As soon as anything runs under the new facts, long before the correction is answered or can be read.
  const { engine, store } = { engine: stack.services.engine, store: stack.desk.store };
  const { deskId, officeId } = view;
  const fingerprint = fingerprintOf({ ...right, deskId, officeId, serverId: null });
  const workflowId = complaintWorkflowId({ officeId, fingerprint });
  await vi.waitUntil(async () => (await engine.describeCase(workflowId)) !== null, { timeout: 20_000, interval: 5 });
  const fresh = Array.from({ length: 25 }, (_, n) => send(n % 2 === 0 ? xyz : abc, right));
  const answers = await Promise.all([...old, ...fresh]);
  expect((await correcting).status).toBe(200);
  expect(new Set(answers.map((answer) => answer.body.complaint.id))).toEqual(new Set([id]));
  expect(new Set(answers.map((answer) => answer.body.report.id)).size).toBe(50);
  const after = await recorded(id, ({ reportCount }) => reportCount === 51);
  expect(after).toMatchObject({ fingerprint, attempt: 1 });
  await expect.poll(async () => (await store.reports.ofCase(id)).length).toBe(51);
  const { items } = (await supervisor.get<{ items: Complaint[] }>(`/v1/complaints?q=${encodeURIComponent(body.title)}`))
    .body;
  const same = items.filter(({ title }) => title === body.title);
  expect(same.map((complaint) => complaint.id)).toEqual([id]);
});
