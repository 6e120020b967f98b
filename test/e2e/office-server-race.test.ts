import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import type { TestClient } from '../support/api/test-client.ts';
import { startTestStack, type TestStack } from '../support/stack/test-stack.ts';
import type { SessionRecord } from '../../workflows/office-server/office-server-types.ts';

interface CaseAnswer {
  complaint: { id: string; status: string; tier: string; agent: { id: string } | null };
}
interface SessionAnswer {
  session: { id: string; state: string };
}
interface Contender {
  caseId: string;
  agentId: string;
  client: TestClient;
  key: string;
}

const count = 20;
const path = '/v1/office-servers/srv-123/sessions';

/** Repeats a call until it is no longer answered 5xx, as a client does that was told to try again. */
async function stubbornly<T extends { status: number }>(call: () => Promise<T>): Promise<T> {
  for (;;) {
    const answer = await call();
    if (answer.status < 500) return answer;
    await pause(300);
  }
}

const assigned = (client: TestClient, id: string, tier: string) =>
  vi.waitUntil(
    async () => {
      const { complaint } = (await client.get<CaseAnswer>(`/v1/complaints/${id}`)).body;
      return complaint.agent && complaint.tier === tier ? complaint : null;
    },
    { timeout: 60_000, interval: 200 },
  );

/** Twenty cases of office 123 with twenty agents: sixteen of tier 1, and four that went on to tier 2. */
async function contenders(stack: TestStack): Promise<Contender[]> {
  const [xyz, supervisor] = [await stack.signedIn('xyz'), await stack.signedIn('pengawas')];
  const sent: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const texts = { title: `Masalah ${n} ${randomUUID()}`, description: `Perlu sesi di server (${n}).` };
    const body = { systemId: 'sipd', serverId: 'srv-123', category: 'server', ...texts };
    sent.push((await xyz.post<CaseAnswer>('/v1/complaints', body)).body.complaint.id);
  }
  const inTier1 = await Promise.all(sent.map((id) => assigned(supervisor, id, 'tier-1')));
  const firsts = new Map(inTier1.map((complaint) => [complaint.agent?.id, complaint]));
  const seconds = inTier1.filter((complaint) => firsts.get(complaint.agent?.id) !== complaint);
  const escalated = seconds.map(async ({ id }) => {
    await supervisor.post(`/v1/complaints/${id}/escalate`, { reason: 'Perlu tingkat 2.' });
    return assigned(supervisor, id, 'tier-2');
  });
  const held = [...firsts.values(), ...(await Promise.all(escalated))];
  return Promise.all(
    held.map(async ({ id, agent }) => {
      const agentId = agent?.id ?? '';
      return { caseId: id, agentId, client: await stack.signedIn(agentId), key: randomUUID() };
    }),
  );
}

const ask = ({ client, caseId, key }: Contender) =>
  stubbornly(() => client.post<SessionAnswer>(path, { complaintId: caseId }, { 'idempotency-key': key }));

/** Never two at once, tokens in the order of the grants, and grants in the order of the requests. */
function expectStrictOrder(sessions: SessionRecord[]): void {
  const byToken = [...sessions].sort((one, other) => Number(one.token) - Number(other.token));
  expect(byToken.map(({ token }) => token)).toEqual(byToken.map((_, index) => index + 1));
  for (const [index, session] of byToken.entries()) {
    const before = byToken[index - 1];
    if (!before) continue;
    expect(String(session.grantedAt) >= String(before.endedAt)).toBe(true);
    expect(session.requestedAt >= before.requestedAt).toBe(true);
  }
}

it('twenty agents race for one session while the worker is killed: one at a time, in order, nobody forgotten', async () => {
  const stack = await startTestStack();
  try {
    const all = await contenders(stack);
    expect(new Set(all.map(({ agentId }) => agentId)).size).toBe(count);
    const asking = Promise.all(all.map(ask));
    await pause(150);
    await stack.killWorker();
    await stack.startWorker();
    const answers = await asking;
    expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(count - 1);
    const again = await Promise.all(all.map(ask));
    expect(again.map(({ body }) => body.session.id)).toEqual(answers.map(({ body }) => body.session.id));

    // Whoever holds it lets go in one way or another; the worker dies once more on the way.
    for (let turn = 0; turn < count; turn += 1) {
      const holder = await vi.waitUntil(
        async () => {
          const view = await stack.store.officeServerViews.find('srv-123');
          return view?.lastToken === turn + 1 && view.sessions.length === 1 ? view.sessions[0] : null;
        },
        { timeout: 60_000, interval: 50 },
      );
      const contender = all.find(({ caseId }) => caseId === holder?.caseId);
      if (!contender || !holder) throw new Error('a session for nobody');
      const restarting = turn === 9 ? stack.killWorker().then(stack.startWorker) : Promise.resolve();
      if (turn % 2 === 0) {
        await stubbornly(() => contender.client.delete(`${path}/${holder.sessionId}`));
      } else {
        const resolution = { resolution: 'Selesai.' };
        await stubbornly(() => contender.client.post(`/v1/complaints/${contender.caseId}/resolve`, resolution));
      }
      await restarting;
    }
    const ids = answers.map(({ body }) => body.session.id);
    const sessions = await vi.waitUntil(
      async () => {
        const found = await Promise.all(ids.map((id) => stack.store.serverSessions.find(id)));
        return found.every((each) => each?.state === 'ended') ? found.flatMap((each) => each ?? []) : null;
      },
      { timeout: 30_000, interval: 100 },
    );
    expectStrictOrder(sessions);
    const ways = sessions.map(({ how }) => how);
    expect(new Set(ways)).toEqual(new Set(['caseLeft', 'released']));
  } finally {
    await stack.end();
  }
}, 180_000);
