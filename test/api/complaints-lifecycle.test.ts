import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startAnswerIntentSweeper } from '../../api/complaints/answer-intent-sweeper.ts';
import { startIntakeSweeper } from '../../api/complaints/intake/intake-sweeper.ts';
import type { Complaint, SubmissionAnswer } from '../../api/complaints/complaint-schemas.ts';
import type { TestClient } from '../support/api/test-client.ts';
import { reportRef, startCase, untilRecorded } from '../support/desk/test-case.ts';
import { startComplaintStack, type ComplaintStack } from '../support/complaints/complaint-stack.ts';

let stack: ComplaintStack;
let xyz: TestClient;
let abc: TestClient;
let supervisor: TestClient;
let problems = 0;

interface CaseAnswer {
  complaint: Complaint & { agent: { id: string; name: string } };
}
interface Refused {
  code: string;
  detail: string;
}
interface Timeline {
  items: { no: number; type: string; data: Record<string, unknown> }[];
}

beforeAll(async () => {
  stack = await startComplaintStack();
  const [first, second] = stack.ids.submitters;
  [xyz, abc] = [await stack.as(first), await stack.as(second, 'en')];
  supervisor = await stack.as(stack.ids.supervisorId);
});

afterAll(async () => {
  await stack.end();
});

/** A problem nobody has had yet. */
const send = (client: TestClient, body: object, headers?: Record<string, string>) =>
  client.post<SubmissionAnswer>('/v1/complaints', body, headers);
const read = (client: TestClient, id: string) => client.get<CaseAnswer>(`/v1/complaints/${id}`);

const problem = () => {
  problems += 1;
  const title = `Tidak bisa masuk, kode ${problems}`;
  return { systemId: stack.ids.systemId, category: 'login', title, description: 'Kembali ke awal.' };
};

const until = (client: TestClient, id: string, status: string) =>
  vi.waitUntil(
    async () => {
      const { body } = await read(client, id);
      return body.complaint.status === status ? body.complaint : null;
    },
    { timeout: 15_000, interval: 50 },
  );

const settled = async (client: TestClient, id: string, status = 'assigned') => {
  const complaint = await until(client, id, status);
  return { complaint, agent: await stack.as(complaint.agent.id) };
};

describe('a complaint from beginning to end', () => {
  it('is sent, taken up, escalated and resolved, and everybody sees what is theirs', async () => {
    const sent = await send(xyz, { ...problem(), serverId: stack.ids.serverId });
    expect(sent.status).toBe(201);
    const { id, number } = sent.body.complaint;
    const first = await settled(xyz, number);
    expect(first.complaint.agent.id).toMatch(/^petugas-/);

    const taken = await first.agent.post<CaseAnswer>(`/v1/complaints/${id}/acknowledge`);
    expect(taken).toMatchObject({ status: 200, body: { complaint: { status: 'inProgress' } } });
    expect(taken.headers.get('etag')).toBe(`"${taken.body.complaint.version}"`);

    const raised = await first.agent.post<CaseAnswer>(`/v1/complaints/${id}/escalate`, {
      reason: 'Perlu akses server',
    });
    expect(raised).toMatchObject({ status: 200, body: { complaint: { tier: 'tier-2' } } });
    const second = await settled(supervisor, id);
    expect(second.complaint).toMatchObject({ tier: 'tier-2', reports: [{ description: 'Kembali ke awal.' }] });

    const moved = await first.agent.post<Refused>(`/v1/complaints/${id}/resolve`, { resolution: 'Beres' });
    expect(moved).toMatchObject({ status: 409, body: { code: 'case_moved_on' } });
    expect(moved.body.detail).toContain(second.complaint.agent.name);

    const stale = { 'if-match': '"1"' };
    expect((await second.agent.post(`/v1/complaints/${id}/acknowledge`, undefined, stale)).status).toBe(412);
    const fresh = { 'if-match': `"${second.complaint.version}"` };
    expect((await second.agent.post(`/v1/complaints/${id}/acknowledge`, undefined, fresh)).status).toBe(200);
    const key = { 'idempotency-key': 'resolve-1' };
    const resolved = await second.agent.post<CaseAnswer>(`/v1/complaints/${id}/resolve`, { resolution: 'Beres' }, key);
    expect(resolved).toMatchObject({ status: 200, body: { complaint: { status: 'resolved', resolution: 'Beres' } } });
    const again = await second.agent.post<CaseAnswer>(`/v1/complaints/${id}/resolve`, { resolution: 'Beres' }, key);
    expect(again).toMatchObject({ status: 200, body: { complaint: { version: resolved.body.complaint.version } } });
    const late = await second.agent.post(`/v1/complaints/${id}/acknowledge`);
    expect(late).toMatchObject({ status: 409, body: { code: 'illegal_in_status' } });

    const staff = await supervisor.get<Timeline>(`/v1/complaints/${id}/timeline`);
    const types = staff.body.items.map(({ type }) => type);
    const escalated = ['received', 'assigned', 'acknowledged', 'escalated', 'assigned', 'acknowledged', 'resolved'];
    expect(types).toEqual(escalated);
    expect(staff.body.items.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(staff.body.items[3]?.data).toMatchObject({ reason: 'Perlu akses server' });
    const theirs = await xyz.get<Timeline>(`/v1/complaints/${id}/timeline`);
    expect(JSON.stringify(theirs.body)).not.toContain('Perlu akses server');
    expect(theirs.body.items[6]?.data).toEqual({ resolution: 'Beres' });
  });

  it('is refused to whoever does not have it', async () => {
    const { body } = await send(xyz, problem());
    const { complaint } = await settled(xyz, body.complaint.id);
    const stranger = stack.desk.agents.tier1.find((agentId) => agentId !== complaint.agent.id) ?? '';
    const refused = await (await stack.as(stranger)).post<Refused>(`/v1/complaints/${complaint.id}/acknowledge`);
    expect(refused).toMatchObject({ status: 403, body: { code: 'not_assigned', caseStatus: 'assigned' } });
    const done = await supervisor.post<CaseAnswer>(`/v1/complaints/${complaint.id}/resolve`, { resolution: 'Sudah' });
    expect(done.status).toBe(200);
  });
});

describe('the same problem again', () => {
  it('three at once are one case with three reports, and two pieces of advice', async () => {
    const body = problem();
    const answers = await Promise.all([1, 2, 3].map(() => send(xyz, body)));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 200, 201]);
    const id = answers[0]?.body.complaint.id ?? '';
    expect(answers.every((answer) => answer.body.complaint.id === id)).toBe(true);
    expect(answers.filter((answer) => answer.body.duplicate).every((answer) => answer.body.advice)).toBe(true);
    const { complaint } = await settled(xyz, id);
    expect(complaint).toMatchObject({ attempt: 1 });
    await expect.poll(async () => (await read(xyz, id)).body.complaint.reportCount).toBe(3);
  });

  it('of somebody else can be read at once by both, each with their own title', async () => {
    const body = problem();
    const sent = await send(xyz, body);
    const { complaint, agent } = await settled(xyz, sent.body.complaint.id);
    const other = await send(abc, { ...body, title: body.title.toUpperCase() });
    expect(other).toMatchObject({
      status: 200,
      body: { complaint: { id: complaint.id, title: body.title.toUpperCase() } },
    });
    expect(other.body.advice).toMatch(/^Thank you\. .*since \w+day, /);
    expect((await read(abc, complaint.id)).body.complaint.title).toBe(body.title.toUpperCase());
    expect((await abc.get<Timeline>(`/v1/complaints/${complaint.id}/timeline`)).status).toBe(200);
    expect((await read(xyz, complaint.id)).body.complaint.title).toBe(body.title);
    await agent.post(`/v1/complaints/${complaint.id}/resolve`, { resolution: 'Beres' });
    const back = await send(abc, body);
    expect(back).toMatchObject({ status: 200, body: { duplicate: true, complaint: { id: complaint.id } } });
    expect(back.body.advice).toContain('open again');
  });

  it('two hundred at once, of which every key comes twice', async () => {
    const body = problem();
    const keys = Array.from({ length: 100 }, (_, index) => ({ 'idempotency-key': `flood-${index}` }));
    const answers = await Promise.all([...keys, ...keys].map((key) => send(xyz, body, key)));
    expect(new Set(answers.map((answer) => answer.body.complaint.id)).size).toBe(1);
    expect(new Set(answers.map((answer) => answer.body.report.id)).size).toBe(100);
    for (const [index, answer] of answers.slice(0, 100).entries()) {
      expect(answers[index + 100]).toMatchObject({ status: answer.status, body: { report: answer.body.report } });
    }
    const id = answers[0]?.body.complaint.id ?? '';
    await expect.poll(async () => (await read(xyz, id)).body.complaint.reportCount).toBe(100);
    expect((await read(xyz, id)).body.complaint.attempt).toBe(1);
  });
});

describe('a case that has continued as new', () => {
  it('still takes actions and reports, also from whoever has seen its first run', async () => {
    const { desk, services } = stack;
    const { handle, caseId } = await startCase(desk, { continueAsNewAfterEvents: 8 });
    const { agentId } = await untilRecorded(desk, caseId, { status: 'assigned' });
    const firstRun = (await handle.describe()).runId;
    expect(await services.engine.describeCase(handle.workflowId)).toMatchObject({ caseId, running: true });
    for (const _ of [1, 2, 3]) {
      expect(await services.engine.attachReport({ workflowId: handle.workflowId, report: reportRef() })).toBe(
        'attached',
      );
    }
    const latest = desk.client.workflow.getHandle(handle.workflowId);
    await expect.poll(async () => (await latest.describe()).runId).not.toBe(firstRun);
    await expect.poll(async () => (await desk.store.cases.find(caseId))?.reportCount).toBe(4);
    const agent = await stack.as(agentId ?? '');
    expect(await agent.post(`/v1/complaints/${caseId}/acknowledge`)).toMatchObject({ status: 200 });
    const resolved = await agent.post<CaseAnswer>(`/v1/complaints/${caseId}/resolve`, { resolution: 'Beres' });
    expect(resolved).toMatchObject({ status: 200, body: { complaint: { status: 'resolved', reportCount: 4 } } });
  });
});

describe('while no worker runs', () => {
  it('complaints come in, actions are left with the case, and all is done when one is back', async () => {
    const before = await send(xyz, problem());
    const { complaint, agent } = await settled(xyz, before.body.complaint.id);
    await stack.desk.stopWorkers();
    const body = problem();
    const sent = await send(xyz, body);
    expect(sent.status).toBe(201);
    const again = await send(abc, body);
    expect(again).toMatchObject({ status: 200, body: { duplicate: true, complaint: { id: sent.body.complaint.id } } });
    for (const client of [xyz, abc]) {
      expect((await read(client, sent.body.complaint.number)).status).toBe(200);
    }
    const early = await supervisor.post<Refused>(`/v1/complaints/${sent.body.complaint.id}/resolve`, {
      resolution: 'x',
    });
    expect(early).toMatchObject({ status: 409, body: { code: 'case_not_begun' } });

    const acknowledged = await agent.post(`/v1/complaints/${complaint.id}/acknowledge`);
    expect(acknowledged).toMatchObject({ status: 503, body: { code: 'worker_unavailable' } });
    const resolved = await agent.post<CaseAnswer>(`/v1/complaints/${complaint.id}/resolve`, { resolution: 'Beres' });
    expect(resolved).toMatchObject({ status: 202, body: { complaint: { status: 'assigned' } } });

    const { store, engine, directory } = stack.services;
    const logger = { info: vi.fn(), warn: vi.fn() };
    const sweeper = startIntakeSweeper({ store, engine, directory, logger, everyMs: 3_600_000, olderThanMs: -1_000 });
    expect(await sweeper.sweep()).toBe(2);
    await sweeper.stop();
    // Nobody waits any more for what the case will answer, and nobody would publish it.
    const doubts = startAnswerIntentSweeper({ store, engine, logger, clock: () => new Date(), olderThanMs: -1_000 });
    expect(await doubts.sweep()).toBe(1);
    await doubts.stop();

    await stack.desk.startWorkers();
    expect((await until(xyz, complaint.id, 'resolved')).resolution).toBe('Beres');
    expect((await settled(xyz, sent.body.complaint.id)).complaint).toMatchObject({ attempt: 1, reportCount: 2 });
  });
});
