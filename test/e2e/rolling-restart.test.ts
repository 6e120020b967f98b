import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startLoadBalancer } from '../../dev/production/load-balancer.ts';
import { demoDeskId, demoPassword } from '../../dev/seed/demo-data.ts';
import { createTestClient, type TestClient } from '../support/api/test-client.ts';
import { end, startTestStack, type Service, type TestStack } from '../support/stack/test-stack.ts';

const drain = { DRAIN_SECONDS: '5' };
/** One request each, milliseconds. */
const every = 200;

let stack: TestStack;
let balancer: Awaited<ReturnType<typeof startLoadBalancer>>;
const apis: Service[] = [];

beforeAll(async () => {
  stack = await startTestStack();
  balancer = await startLoadBalancer();
  for (let n = 0; n < 2; n += 1) apis.push(await startApi());
});
afterAll(async () => {
  await balancer.close();
  await Promise.all(apis.map((api) => end(api, 'SIGTERM')));
  await stack.end();
});

async function startApi(): Promise<Service> {
  const api = await stack.anotherApi(drain);
  await balancer.add(String(api.said['address']));
  await vi.waitFor(() => expect(balancer.readyCount()).toBeGreaterThan(0), { timeout: 20_000 });
  return api;
}

/** A complaint every few milliseconds until `over` settles; each answer by its status, and what was not answered. */
async function load(client: TestClient, over: Promise<unknown>) {
  const seen = { sent: 0, taken: [] as string[], refused: [] as number[], lost: [] as string[] };
  const underWay: Promise<void>[] = [];
  const ended = over.then(() => true);
  const nextBeat = () => new Promise<false>((resolve) => setTimeout(() => resolve(false), every));
  const sendOne = async (): Promise<void> => {
    const complaint = { systemId: 'sipd', category: 'login', title: `Macet ${randomUUID()}`, description: 'x' };
    try {
      const { body, status } = await client.post<{ complaint: { id: string } }>('/v1/complaints', complaint);
      if (status === 201) seen.taken.push(body.complaint.id);
      else seen.refused.push(status);
    } catch (error) {
      seen.lost.push(String(error));
    }
  };
  do {
    seen.sent += 1;
    underWay.push(sendOne());
  } while (!(await Promise.race([ended, nextBeat()])));
  await Promise.all(underWay);
  return seen;
}

async function restartEverything(): Promise<void> {
  for (const old of apis.splice(0)) {
    const next = await startApi();
    await end(old, 'SIGTERM');
    balancer.remove(String(old.said['address']));
    apis.push(next);
  }
  const worker = await stack.anotherWorker();
  await stack.stopWorker();
  await stack.startWorker();
  await end(worker, 'SIGTERM');
}

it(
  'a rolling restart of API and worker under load refuses nothing and loses nothing',
  { timeout: 240_000 },
  async () => {
    const client = createTestClient(balancer.url);
    expect((await client.signIn('xyz', demoPassword)).status).toBe(200);
    const { sent, taken, refused, lost } = await load(client, restartEverything());
    console.log(`rolling restart: ${sent} sent, ${taken.length} taken, ${refused.length} refused, ${lost.length} lost`);
    expect({ refused, lost }).toEqual({ refused: [], lost: [] });
    expect(new Set(taken).size).toBe(sent);
    expect(sent).toBeGreaterThan(30);
    const key = { deskId: demoDeskId, tier: 'tier-1' } as const;
    await vi.waitFor(
      async () => {
        const turns = await stack.store.turns.list(key, { after: 0, limit: 5_000 });
        expect(turns.map(({ seq }) => seq)).toEqual(taken.map((_, index) => index + 1));
        expect(new Set(turns.map(({ caseId }) => caseId))).toEqual(new Set(taken));
      },
      { timeout: 60_000, interval: 500 },
    );
  },
);
