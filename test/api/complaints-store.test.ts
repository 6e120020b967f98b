import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { connectStore } from '../../store/connect-store.ts';
import type { Store } from '../../store/store.ts';
import type { SubmissionAnswer } from '../../api/complaints/complaint-schemas.ts';
import type { TestClient } from '../support/api/test-client.ts';
import { startComplaintStack, type ComplaintStack } from '../support/complaints/complaint-stack.ts';

let store: Store;
let stack: ComplaintStack;
let xyz: TestClient;

beforeAll(async () => {
  store = await connectStore({ uri: inject('mongodbUri'), databaseName: `complaints_${randomUUID().slice(0, 8)}` });
  stack = await startComplaintStack({ store });
  xyz = await stack.as(stack.ids.submitters[0]);
});

afterAll(async () => {
  await stack.end();
  await store.close();
});

const problem = (title: string) => ({ systemId: stack.ids.systemId, category: 'login', title, description: 'x y z' });
const send = (title: string, headers?: Record<string, string>) =>
  xyz.post<SubmissionAnswer>('/v1/complaints', problem(title), headers);

describe('intake over a real store and a real Temporal', () => {
  it('one key many times at once is one report', async () => {
    const key = { 'idempotency-key': 'once' };
    const answers = await Promise.all(Array.from({ length: 30 }, () => send('satu kunci', key)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.report.id)).size).toBe(1);
    expect((await send('yang lain', key)).status).toBe(422);
  });

  it('no key many times at once is one case of many reports, and every answer can be read at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, async () => {
        const answer = await send('tanpa kunci');
        const read = await xyz.get(`/v1/complaints/${answer.body.complaint.number}`);
        return { ...answer, readStatus: read.status };
      }),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(29);
    expect(new Set(answers.map(({ readStatus }) => readStatus))).toEqual(new Set([200]));
    const id = answers[0]?.body.complaint.id ?? '';
    await expect.poll(async () => (await store.reports.ofCase(id)).length, { timeout: 15_000 }).toBe(30);
    expect(await store.cases.find(id)).toMatchObject({ reportCount: 30, attempt: 1 });
  });

  it('different problems at once are a case and a turn each', async () => {
    const titles = Array.from({ length: 30 }, (_, index) => `masalah nomor ${index}`);
    const answers = await Promise.all(titles.map((title) => send(title)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const agents = new Map<string, number>();
    for (const { body } of answers) {
      const { id } = body.complaint;
      const view = await expect
        .poll(async () => store.cases.find(id), { timeout: 20_000 })
        .toMatchObject({ status: 'assigned', attempt: 1 })
        .then(() => store.cases.find(id));
      agents.set(view?.agentId ?? '', (agents.get(view?.agentId ?? '') ?? 0) + 1);
    }
    // Two turns were dealt before, so that the round begins with the third agent.
    expect([...agents.values()]).toEqual([10, 10, 10]);
  });
});
