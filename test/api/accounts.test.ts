import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realStore } from '../support/api/real-store.ts';
import type { TestClient } from '../support/api/test-client.ts';
import { buildUser } from '../support/builders/user-builder.ts';
import { startComplaintStack, type ComplaintStack } from '../support/complaints/complaint-stack.ts';
import { startCase, untilRecorded } from '../support/desk/test-case.ts';

let stack: ComplaintStack;
let admin: TestClient;
let drop: () => Promise<void>;

beforeAll(async () => {
  const real = await realStore();
  drop = real.drop;
  stack = await startComplaintStack({ store: real.store, tier1: 3 });
  const userId = `admin-${stack.desk.deskId}`;
  const nowhere = { deskId: null, tier: null, rosterPosition: null };
  await real.store.users.insert(buildUser({ userId, username: userId, role: 'admin', ...nowhere }));
  admin = await stack.as(userId);
});
afterAll(async () => {
  await stack.end();
  await drop();
});

type Started = Awaited<ReturnType<typeof startCase>>;
const started: Started[] = [];

async function caseFor(agentId: string): Promise<Started> {
  const one = await startCase(stack.desk);
  started.push(one);
  await untilRecorded(stack.desk, one.caseId, { status: 'assigned', agentId });
  return one;
}

const key = () => ({ deskId: stack.desk.deskId, tier: 'tier-1' }) as const;
const turns = async () => stack.desk.store.turns.list(key(), { after: 0, limit: 100 });
const roster = async () => (await stack.desk.store.rotations.find(key()))?.roster ?? [];
const onRoster = async () => (await roster()).map(({ agentId }) => agentId);

// One story: who leaves and joins is known to the same rotation.
describe('agents whom an admin shuts out and lets in, over a real Temporal and a real store', () => {
  it('leave the roster, and each of their open cases gets a turn of its own, once', async () => {
    const [a = '', b = '', c = ''] = stack.desk.agents.tier1;
    const cases = [await caseFor(a), await caseFor(b), await caseFor(c), await caseFor(a)];
    const theirs = await stack.as(a);
    const deactivate = () => admin.post(`/v1/users/${a}/deactivate`, {});
    expect(await deactivate()).toMatchObject({ status: 200, body: { user: { active: false } } });
    expect(await deactivate()).toMatchObject({ status: 200 });
    expect((await theirs.get('/v1/complaints')).status).toBe(401);

    const moved = [cases[0], cases[3]].map((each) => each?.caseId ?? '');
    for (const caseId of moved) await untilRecorded(stack.desk, caseId, { status: 'assigned', attempt: 2 });
    await expect.poll(onRoster).toEqual([b, c]);
    const dealt = await turns();
    expect(dealt.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    // After the fourth turn it is b's and then c's; which of the two cases is first does not matter.
    expect(dealt.slice(4).map(({ agentId }) => agentId)).toEqual([b, c]);
    expect(
      dealt
        .slice(4)
        .map(({ caseId }) => caseId)
        .sort(),
    ).toEqual(moved.sort());
    const entries = await stack.desk.store.timelines.ofCase(moved[0] ?? '', { afterNo: 0, limit: 20 });
    expect(entries.map(({ type }) => type)).toEqual(['received', 'assigned', 'handedOver', 'assigned']);
    await expect.poll(async () => (await roster()).map(({ openCases }) => openCases)).toEqual([2, 2]);
  });

  it('come to the end of the roster when they are let back in, or new', async () => {
    const [a = '', b = '', c = ''] = stack.desk.agents.tier1;
    expect(await admin.post(`/v1/users/${a}/reactivate`, {})).toMatchObject({ status: 200 });
    await expect.poll(onRoster).toEqual([b, c, a]);
    const newcomer = `baru-${stack.desk.deskId}`;
    const made = await admin.post('/v1/users', { id: newcomer, name: 'Baru', role: 'agent', ...key() });
    expect(made.status).toBe(201);
    await expect.poll(onRoster).toEqual([b, c, a, newcomer]);
    // Whoever was next stays next, and all four are served in order.
    for (const agentId of [b, c, a, newcomer]) await caseFor(agentId);
  });

  it('move to tier 2 with their places left behind, and supervisors are no agents any more', async () => {
    const [a = '', b = '', c = ''] = stack.desk.agents.tier1;
    expect(await admin.request('PATCH', `/v1/users/${b}`, { body: { tier: 'tier-2' } })).toMatchObject({ status: 200 });
    expect(await admin.request('PATCH', `/v1/users/${c}`, { body: { role: 'supervisor' } })).toMatchObject({
      status: 200,
    });
    await expect.poll(onRoster).toEqual([a, `baru-${stack.desk.deskId}`]);
    const holders = async () => {
      const views = await Promise.all(started.map(({ caseId }) => stack.desk.store.cases.find(caseId)));
      return [...new Set(views.map((view) => view?.agentId ?? ''))].sort();
    };
    await expect.poll(holders).toEqual([a, `baru-${stack.desk.deskId}`].sort());
    const tier2 = await admin.get<{ roster: { agentId: string }[] }>(`/v1/desks/${stack.desk.deskId}/rotations/tier-2`);
    expect(tier2.body.roster.map(({ agentId }) => agentId)).toContain(b);
    await Promise.all(started.map(({ handle }) => handle.terminate('end of the test')));
  });
});
