import { randomUUID } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { demoDeskId, demoUsers } from '../../dev/seed/demo-data.ts';
import type { Store } from '../../store/store.ts';
import type { TestClient, TestResponse } from '../support/api/test-client.ts';
import { chainStart, entryHash } from '../../workflows/kernel/timeline-chain.ts';
import { startTestStack, type TestStack } from '../support/stack/test-stack.ts';

interface Answer {
  complaint: { id: string; number: string };
  duplicate: boolean;
  advice?: string;
}

const tier1 = { deskId: demoDeskId, tier: 'tier-1' } as const;
const count = 200;

/** A fourth office, so that the burst comes from four. */
async function withFourthOffice(store: Store): Promise<void> {
  await store.offices.insert({ officeId: '126', name: 'Kantor 126' });
  const ghi = await store.users.find('ghi');
  if (ghi) await store.users.insert({ ...ghi, userId: 'jkl', username: 'jkl', name: 'JKL', officeId: '126' });
}

function distinct(n: number) {
  return { systemId: 'sipd', category: 'login', title: `Masalah ${n} ${randomUUID()}`, description: `Rincian ${n}` };
}

async function submitters(stack: TestStack): Promise<TestClient[]> {
  return Promise.all(['xyz', 'def', 'ghi', 'jkl'].map((name) => stack.signedIn(name)));
}

async function turnsOf(stack: TestStack, wanted: number) {
  return vi.waitUntil(
    async () => {
      const turns = await stack.store.turns.list(tier1, { after: 0, limit: 1000 });
      return turns.length >= wanted ? turns : null;
    },
    { timeout: 90_000, interval: 200 },
  );
}

/** Every entry stands on the one before it, from the first on. */
async function expectUnbrokenChain(store: Store, caseId: string): Promise<void> {
  const entries = await store.timelines.ofCase(caseId, { afterNo: 0, limit: 1000 });
  expect(entries.map(({ no }) => no)).toEqual(entries.map((_, index) => index + 1));
  entries.reduce((previous, entry) => {
    expect(entry.hash).toBe(entryHash(entry, previous));
    return entry.hash;
  }, chainStart.hash);
}

/** Turns 1..n without a gap, one for each case, dealt in exactly the order of the roster. */
async function expectStrictTurns(stack: TestStack, answers: TestResponse<Answer>[]): Promise<void> {
  const turns = await turnsOf(stack, count);
  const roster = demoUsers.filter(({ tier }) => tier === 'tier-1').map(({ userId }) => userId);
  expect(turns.map(({ seq }) => seq)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  expect(turns.map(({ agentId }) => agentId)).toEqual(turns.map((_, index) => roster[index % roster.length]));
  expect(new Set(turns.map(({ caseId }) => caseId))).toEqual(new Set(answers.map(({ body }) => body.complaint.id)));
  for (const agentId of roster) {
    expect([12, 13]).toContain(turns.filter((turn) => turn.agentId === agentId).length);
  }
  await vi.waitFor(
    async () => {
      const views = await Promise.all(turns.map(({ caseId }) => stack.store.cases.find(caseId)));
      expect(views.map((view) => view?.agentId)).toEqual(turns.map(({ agentId }) => agentId));
    },
    { timeout: 60_000, interval: 500 },
  );
  for (const { caseId } of turns) await expectUnbrokenChain(stack.store, caseId);
}

it(`${count} identical complaints at once are one case, one turn, ${count} reports`, { timeout: 180_000 }, async () => {
  const stack = await startTestStack();
  try {
    const xyz = await stack.signedIn('xyz');
    const complaint = distinct(0);
    const answers = await Promise.all(
      Array.from({ length: count }, () => xyz.post<Answer>('/v1/complaints', complaint, { 'accept-language': 'en' })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(count - 1);
    expect(new Set(answers.map(({ body }) => body.complaint.id)).size).toBe(1);
    expect(answers.filter(({ body }) => body.advice !== undefined)).toHaveLength(count - 1);
    const caseId = answers[0]?.body.complaint.id ?? '';
    await vi.waitFor(async () => expect(await stack.store.cases.find(caseId)).toMatchObject({ reportCount: count }), {
      timeout: 60_000,
      interval: 200,
    });
    expect(await stack.store.reports.ofCase(caseId)).toHaveLength(count);
    expect(await turnsOf(stack, 1)).toHaveLength(1);
    expect((await stack.store.cases.list({}, { limit: 10 })).items).toHaveLength(1);
    await expectUnbrokenChain(stack.store, caseId);
  } finally {
    await stack.end();
  }
});

it(
  `${count} different complaints at once from four offices get turns 1..${count}, strictly`,
  { timeout: 240_000 },
  async () => {
    const stack = await startTestStack(withFourthOffice);
    try {
      const clients = await submitters(stack);
      const answers = await Promise.all(
        Array.from({ length: count }, (_, n) => clients[n % 4]!.post<Answer>('/v1/complaints', distinct(n))),
      );
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
      await expectStrictTurns(stack, answers);
    } finally {
      await stack.end();
    }
  },
);

it('the same with the worker killed in the middle and started again', { timeout: 240_000 }, async () => {
  const stack = await startTestStack(withFourthOffice);
  try {
    const clients = await submitters(stack);
    const sent = Promise.all(
      Array.from({ length: count }, (_, n) => clients[n % 4]!.post<Answer>('/v1/complaints', distinct(n))),
    );
    await turnsOf(stack, 1);
    await stack.killWorker();
    const dealtBefore = (await stack.store.turns.list(tier1, { after: 0, limit: 1000 })).length;
    expect(dealtBefore).toBeLessThan(count);
    const answers = await sent;
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    await stack.startWorker();
    await expectStrictTurns(stack, answers);
  } finally {
    await stack.end();
  }
});
