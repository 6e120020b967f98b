import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Complaint, SubmissionAnswer } from '../../api/complaints/complaint-schemas.ts';
import type { TestClient } from '../support/api/test-client.ts';
import { startComplaintStack, type ComplaintStack } from '../support/complaints/complaint-stack.ts';

let stack: ComplaintStack;
let xyz: TestClient;
let abc: TestClient;
let supervisor: TestClient;
let sent = 0;

interface CaseAnswer {
  complaint: Complaint & { agent: { id: string; name: string } };
}
interface Timeline {
  items: { no: number; type: string; data: Record<string, unknown> }[];
}

beforeAll(async () => {
  stack = await startComplaintStack();
  const [first, second] = stack.ids.submitters;
  [xyz, abc] = [await stack.as(first), await stack.as(second)];
  supervisor = await stack.as(stack.ids.supervisorId);
});

afterAll(() => stack.end());

/** A new case of xyz with its first agent. */
async function assignedCase() {
  sent += 1;
  const problem = { systemId: stack.ids.systemId, category: 'login', title: `Macet, kode ${sent}`, description: 'x' };
  const { body } = await xyz.post<SubmissionAnswer>('/v1/complaints', problem);
  const complaint = await until(body.complaint.id, (current) => current.status === 'assigned');
  return { id: complaint.id, complaint, agent: await stack.as(complaint.agent.id) };
}

function until(id: string, holds: (complaint: CaseAnswer['complaint']) => boolean) {
  return vi.waitUntil(
    async () => {
      const { body } = await supervisor.get<CaseAnswer>(`/v1/complaints/${id}`);
      return holds(body.complaint) ? body.complaint : null;
    },
    { timeout: 15_000, interval: 50 },
  );
}

const act = (client: TestClient, id: string, action: string, body?: unknown) =>
  client.post<CaseAnswer>(`/v1/complaints/${id}/${action}`, body);

describe('conducting a case', () => {
  it('asks the submitter, who reads the question, and goes on without an answer', async () => {
    const { id, agent } = await assignedCase();
    const asked = await act(agent, id, 'ask', { message: 'Sejak kapan?' });
    expect(asked).toMatchObject({ status: 200, body: { complaint: { status: 'waitingOnSubmitter' } } });
    const { body } = await xyz.get<Timeline>(`/v1/complaints/${id}/timeline`);
    expect(body.items.at(-1)).toMatchObject({ type: 'asked', data: { message: 'Sejak kapan?' } });
    expect(await act(agent, id, 'ask', { message: 'Lagi?' })).toMatchObject({
      status: 409,
      body: { code: 'illegal_in_status' },
    });
    expect(await act(agent, id, 'resume')).toMatchObject({
      status: 200,
      body: { complaint: { status: 'inProgress' } },
    });
  });

  it('is given by hand to a named agent or the next in turn, by a supervisor only', async () => {
    const { id, agent, complaint } = await assignedCase();
    const other = stack.desk.agents.tier1.find((agentId) => agentId !== complaint.agent.id) ?? '';
    const reason = 'Sedang rapat';
    expect((await act(agent, id, 'reassign', { agentId: other, reason })).status).toBe(403);
    const stranger = await act(supervisor, id, 'reassign', { agentId: stack.desk.agents.tier2[0], reason });
    expect(stranger).toMatchObject({
      status: 422,
      body: { code: 'unknown_agent', errors: [{ pointer: '#/agentId' }] },
    });
    expect((await act(supervisor, id, 'reassign', { agentId: other, reason })).status).toBe(200);
    await until(id, (current) => current.agent?.id === other);
    expect((await act(supervisor, id, 'reassign', { reason })).status).toBe(200);
    const next = await until(id, (current) => current.status === 'assigned' && current.agent.id !== other);
    expect(next.attempt).toBe(3);
    const theirs = await xyz.get<Timeline>(`/v1/complaints/${id}/timeline`);
    expect(JSON.stringify(theirs.body)).not.toContain(reason);
  });

  it('is rated and reopened by its reporter, who is a stranger to others', async () => {
    const { id, agent, complaint } = await assignedCase();
    expect((await act(xyz, id, 'rate', { score: 5 })).status).toBe(409);
    await act(agent, id, 'resolve', { resolution: 'Beres' });
    expect((await act(xyz, id, 'rate', { score: 6 })).status).toBe(400);
    expect((await act(xyz, id, 'rate', { score: 2, comment: 'Masih macet' })).status).toBe(200);
    expect((await act(abc, id, 'rate', { score: 1 })).status).toBe(404);
    expect((await act(agent, id, 'rate', { score: 5 })).status).toBe(403);
    expect((await act(abc, id, 'reopen', { reason: 'Saya juga' })).status).toBe(404);
    expect((await act(xyz, id, 'reopen', { reason: 'Masih macet' })).status).toBe(200);
    const again = await until(id, (current) => current.status === 'assigned');
    expect(again.agent.id).toBe(complaint.agent.id);
    const staff = await supervisor.get<Timeline>(`/v1/complaints/${id}/timeline`);
    expect(staff.body.items.find(({ type }) => type === 'rated')?.data).toMatchObject({
      score: 2,
      comment: 'Masih macet',
    });
  });

  it('is withdrawn by its reporter, and is over', async () => {
    const { id, agent } = await assignedCase();
    expect((await act(supervisor, id, 'withdraw', { reason: 'x' })).status).toBe(403);
    const gone = await act(xyz, id, 'withdraw', { reason: 'Sudah bisa' });
    expect(gone).toMatchObject({ status: 200, body: { complaint: { status: 'withdrawn' } } });
    expect(await act(agent, id, 'resolve', { resolution: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'case_closed' },
    });
  });

  it('is merged into another one, to which its number leads from then on', async () => {
    const [one, two] = [await assignedCase(), await assignedCase()];
    const wrong = await act(supervisor, one.id, 'merge', { intoId: one.id });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'unknown_case', errors: [{ pointer: '#/intoId' }] } });
    const merged = await act(supervisor, one.id, 'merge', { intoId: two.complaint.number });
    expect(merged).toMatchObject({ status: 200, body: { complaint: { status: 'merged', agent: null } } });
    await until(two.id, (current) => current.reportCount === 2);
    const followed = await xyz.get<CaseAnswer>(`/v1/complaints/${one.complaint.number}`);
    expect(followed.body.complaint).toMatchObject({ id: two.id, reportCount: 2 });
    const staff = await supervisor.get<CaseAnswer>(`/v1/complaints/${one.id}`);
    expect(staff.body.complaint.reports).toHaveLength(2);
    expect(await act(one.agent, one.id, 'resolve', { resolution: 'x' })).toMatchObject({ status: 409 });
    await act(two.agent, two.id, 'resolve', { resolution: 'Beres' });
  });
});
