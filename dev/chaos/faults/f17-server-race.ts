import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ChaosPerson } from '../client/chaos-client.ts';
import { until } from '../client/until.ts';
import { withStore } from '../observe/store-rows.ts';
import type { Fault, FaultContext } from '../fault-types.ts';

const serverId = 'srv-123';
const path = `/v1/office-servers/${serverId}/sessions`;

interface Contender {
  caseId: string;
  agent: ChaosPerson;
}

interface ServerAnswer {
  sessionLimit: number;
  sessions: { id: string; complaintId: string; token: number; agent: { id: string } }[];
  queue: unknown[];
}

/** How a holder lets go: by itself, with its case, or not at all, so that the lease runs out. */
const ways = ['release', 'resolve', 'escalate', 'release', 'resolve', 'escalate', 'expire'] as const;

/** F17: agents of many cases race for one office server while worker and API are killed under its holders. */
export const serverRace: Fault = {
  id: 'F17',
  title: 'agents race for one office server; holders are killed, expire and escalate',
  async run(context) {
    const { injected, note, random, scale, stack } = context;
    const all = await contenders(context, scale === 'full' ? 30 : 6);
    let isRacing = true;
    const watching = watch(context, () => isRacing);
    await Promise.all(all.map((contender) => ask(context, contender)));
    const counts = new Map<string, number>();
    let kills = 0;
    for (let turn = 0; turn < 60; turn += 1) {
      const holder = await until(90_000, () => holderOf(context, turn));
      if (!holder) break;
      // One at most runs out: it takes a minute.
      const wanted = random.pick(ways);
      const way = wanted === 'expire' && (counts.get('expire') ?? 0) > 0 ? 'release' : wanted;
      counts.set(way, (counts.get(way) ?? 0) + 1);
      const isKilled = random.chance(0.3);
      const killing = isKilled ? random.pick([stack.api, ...stack.workers]).kill() : Promise.resolve();
      if (isKilled) kills += 1;
      const next = await letGo(context, holder, way);
      await killing;
      // Whoever has the case now wants to be let in too.
      if (next) await ask(context, next);
      if (!next && (await queueLength(context)) === 0 && !(await holderOf(context, turn))) break;
    }
    isRacing = false;
    await watching;
    injected(kills + (counts.get('expire') ?? 0) + (counts.get('escalate') ?? 0));
    note(`${[...counts].map(([way, count]) => `${count} × ${way}`).join(', ')}, ${kills} kills under a holder`);
  },
};

/** Cases of one office, each with its agent. */
async function contenders({ client, expect, problem, stack }: FaultContext, count: number): Promise<Contender[]> {
  const sent: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const attempt = await client.submit('xyz', problem({ serverId, category: 'server' }), {
      key: randomUUID(),
      patienceMs: 30_000,
    });
    sent.push(attempt.caseId ?? '');
  }
  const assigned = await until(60_000, async () => {
    const rows = await withStore(stack.storeUri, (all) => all('cases', { status: 'assigned' }));
    return rows.length >= count ? rows : null;
  });
  expect(assigned !== null, 'not every case got an agent');
  return Promise.all(
    (assigned ?? []).map(async ({ _id, agentId }) => ({ caseId: _id, agent: await client.person(String(agentId)) })),
  );
}

async function ask({ expect }: FaultContext, { agent, caseId }: Contender): Promise<void> {
  const request = { body: { complaintId: caseId, minutes: 1 }, headers: { 'idempotency-key': randomUUID() } };
  const { status } = await agent.insist('POST', path, { ...request, timeoutMs: 30_000 });
  expect(status === 201 || status === 202, `a request for a session was answered ${status}`, { caseId });
}

/** Who holds the server, if that is a later lease than `turn` ones before. */
async function holderOf({ client, stack }: FaultContext, turn: number) {
  const [view] = await withStore(stack.storeUri, (rows) => rows('officeServerViews', { _id: serverId }));
  const [session] = (view?.['sessions'] ?? []) as {
    sessionId: string;
    caseId: string;
    agentId: string;
    token: number;
  }[];
  if (!session || session.token <= turn) return null;
  return { ...session, agent: await client.person(session.agentId) };
}

type Holder = NonNullable<Awaited<ReturnType<typeof holderOf>>>;

/** @returns who has the case afterwards, if that is somebody else who still works on it */
async function letGo(context: FaultContext, { agent, caseId, sessionId }: Holder, way: (typeof ways)[number]) {
  const { client, stack } = context;
  const timeoutMs = 30_000;
  if (way === 'release') await agent.insist('DELETE', `${path}/${sessionId}`, { timeoutMs });
  if (way === 'resolve')
    await agent.insist('POST', `/v1/complaints/${caseId}/resolve`, { body: { resolution: 'Selesai.' }, timeoutMs });
  if (way === 'escalate') {
    const body = { reason: 'Perlu tingkat 2.' };
    const { status } = await agent.insist('POST', `/v1/complaints/${caseId}/escalate`, { body, timeoutMs });
    if (status !== 200 && status !== 202) await agent.insist('DELETE', `${path}/${sessionId}`, { timeoutMs });
  }
  await until(90_000, async () => {
    const [row] = await withStore(stack.storeUri, (rows) => rows('serverSessions', { _id: sessionId }));
    return row?.['state'] === 'ended';
  });
  if (way !== 'escalate') return null;
  const row = await until(60_000, async () => {
    const [found] = await withStore(stack.storeUri, (rows) => rows('cases', { _id: caseId, status: 'assigned' }));
    return found?.['tier'] === 'tier-2' ? found : null;
  });
  return row === null ? null : { caseId, agent: await client.person(String(row['agentId'])) };
}

async function queueLength({ stack }: FaultContext): Promise<number> {
  const [view] = await withStore(stack.storeUri, (rows) => rows('officeServerViews', { _id: serverId }));
  return ((view?.['queue'] ?? []) as unknown[]).length;
}

/** Looks at the server as its supervisor sees it, again and again. */
async function watch({ client, looks }: FaultContext, goesOn: () => boolean): Promise<void> {
  const supervisor = await client.person('pengawas');
  while (goesOn()) {
    const { body, status } = await supervisor.call<ServerAnswer>('GET', `/v1/office-servers/${serverId}`);
    if (status === 200) {
      const live = body.sessions.map(({ id, token }) => ({ sessionId: id, token }));
      looks.push({ serverId, limit: body.sessionLimit, live });
    }
    await pause(200);
  }
}
