import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Complaint, SubmissionAnswer } from '../../api/complaints/complaint-schemas.ts';
import { realStore } from '../support/api/real-store.ts';
import type { TestClient } from '../support/api/test-client.ts';
import { startComplaintStack, type ComplaintStack } from '../support/complaints/complaint-stack.ts';

let stack: ComplaintStack;
let xyz: TestClient;
let supervisor: TestClient;
let drop: () => Promise<void>;
let sent = 0;

interface CaseAnswer {
  complaint: Complaint;
}
interface Entry {
  type: string;
  actor: { id: string };
  data: Record<string, unknown>;
}

beforeAll(async () => {
  const real = await realStore();
  drop = real.drop;
  stack = await startComplaintStack({ store: real.store });
  xyz = await stack.as(stack.ids.submitters[0]);
  supervisor = await stack.as(stack.ids.supervisorId);
});
afterAll(async () => {
  await stack.end();
  await drop();
});

const read = async (id: string) => (await supervisor.get<CaseAnswer>(`/v1/complaints/${id}`)).body.complaint;
const say = (client: TestClient, id: string, kind: 'reply' | 'note', text: string, key?: string) =>
  client.post(`/v1/complaints/${id}/messages`, { kind, text }, key === undefined ? {} : { 'idempotency-key': key });
const timeline = async (id: string) =>
  (await supervisor.get<{ items: Entry[] }>(`/v1/complaints/${id}/timeline`)).body.items;

/** A case whose agent has asked xyz something. */
async function waitingCase() {
  sent += 1;
  const problem = { systemId: stack.ids.systemId, category: 'login', title: `Macet, kode ${sent}`, description: 'x' };
  const { body } = await xyz.post<SubmissionAnswer>('/v1/complaints', problem);
  const { id } = body.complaint;
  await expect.poll(async () => (await read(id)).status).toBe('assigned');
  const agent = await stack.as((await read(id)).agent?.id ?? '');
  const asked = await agent.post<CaseAnswer>(`/v1/complaints/${id}/ask`, { message: 'Sejak kapan?' });
  expect(asked).toMatchObject({ status: 200, body: { complaint: { status: 'waitingOnSubmitter' } } });
  return { id, agent };
}

describe('a case that waits for its submitter', () => {
  it('goes on with the same agent and a running clock as soon as the submitter answers', async () => {
    const { id, agent } = await waitingCase();
    const before = await read(id);
    expect((await say(xyz, id, 'reply', 'Sejak kemarin pagi')).status).toBe(201);
    await expect.poll(async () => (await read(id)).status).toBe('inProgress');
    // The time that it waited is given back.
    await expect
      .poll(async () => (await read(id)).resolveBy ?? '')
      .toSatisfy((by: string) => by > (before.resolveBy ?? ''));
    expect((await read(id)).agent).toEqual(before.agent);
    const entries = await timeline(id);
    expect(entries.map(({ type }) => type)).toEqual(['received', 'assigned', 'asked', 'replied', 'resumed']);
    expect(entries.slice(-2)).toMatchObject([
      { actor: { id: stack.ids.submitters[0] }, data: { message: 'Sejak kemarin pagi' } },
      { actor: { id: 'system' }, data: { by: 'reply' } },
    ]);
    expect((await agent.post(`/v1/complaints/${id}/resolve`, { resolution: 'Beres' })).status).toBe(200);
  });

  it('goes on once, however often the answer is sent', async () => {
    const { id } = await waitingCase();
    const answers = await Promise.all([1, 2, 3].map(() => say(xyz, id, 'reply', 'Di menu laporan', `again-${id}`)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    await expect.poll(async () => (await read(id)).status).toBe('inProgress');
    const types = (await timeline(id)).map(({ type }) => type);
    expect(types.filter((type) => type === 'replied' || type === 'resumed')).toEqual(['replied', 'resumed']);
  });

  it('waits on while only staff write', async () => {
    const { id, agent } = await waitingCase();
    await say(agent, id, 'note', 'Pelapor sedang rapat');
    await say(supervisor, id, 'reply', 'Kami menunggu jawaban Anda');
    await expect.poll(async () => (await timeline(id)).map(({ type }) => type)).toHaveLength(5);
    expect((await read(id)).status).toBe('waitingOnSubmitter');
  });

  it('goes on when a worker is back, if the answer came while none ran', async () => {
    const { id } = await waitingCase();
    await stack.desk.stopWorkers();
    expect((await say(xyz, id, 'reply', 'Tadi malam')).status).toBe(201);
    expect((await read(id)).status).toBe('waitingOnSubmitter');
    await stack.desk.startWorkers();
    await expect.poll(async () => (await read(id)).status).toBe('inProgress');
  });
});
