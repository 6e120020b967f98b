import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startCase, untilRecorded } from '../support/desk/test-case.ts';
import { startComplaintStack, type ComplaintStack } from '../support/complaints/complaint-stack.ts';

const patience = { timeout: 20_000, interval: 100 };

describe('real people in a rotation', () => {
  let stack: ComplaintStack;
  beforeAll(async () => {
    stack = await startComplaintStack({ tier1: 3 });
  });
  afterAll(() => stack.end());

  it('leave with handover: each open case gets a turn of its own, exactly once', async () => {
    const { desk, ids } = stack;
    const [a = '', b = '', c = ''] = desk.agents.tier1;
    const cases = [];
    for (const agentId of [a, b, c, a]) {
      const one = await startCase(desk);
      await untilRecorded(desk, one.caseId, { status: 'assigned', agentId });
      cases.push(one);
    }
    const supervisor = await stack.as(ids.supervisorId);
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const leave = { availability: 'leave', until, handover: true };
    expect(await supervisor.put(`/v1/agents/${a}/availability`, leave)).toMatchObject({
      status: 200,
      body: { agent: { availability: 'leave', until, openCases: 2 } },
    });
    // The third and the fourth turn after the first round: b and c, since a is passed over.
    const [first, , , fourth] = cases;
    await untilRecorded(desk, first?.caseId ?? '', { status: 'assigned', attempt: 2 });
    await untilRecorded(desk, fourth?.caseId ?? '', { status: 'assigned', attempt: 2 });
    await vi.waitFor(async () => {
      const rotation = await desk.store.rotations.find({ deskId: desk.deskId, tier: 'tier-1' });
      expect(rotation?.roster.map(({ openCases }) => openCases)).toEqual([0, 2, 2]);
    }, patience);
    const turns = await desk.store.turns.list({ deskId: desk.deskId, tier: 'tier-1' }, { after: 0, limit: 100 });
    expect(turns.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(turns.slice(4).map(({ agentId }) => agentId)).toEqual([b, c]);
    // Each case asks for itself: which of the two is first does not matter.
    const moved = turns.slice(4).map(({ caseId }) => caseId);
    expect(moved.sort()).toEqual([first, fourth].map((each) => each?.caseId ?? '').sort());

    expect(await supervisor.put(`/v1/agents/${a}/availability`, { availability: 'available' })).toMatchObject({
      status: 200,
    });
    const next = await startCase(desk);
    await untilRecorded(desk, next.caseId, { status: 'assigned', agentId: a });
    await Promise.all([...cases, next].map(({ handle }) => handle.terminate('end of the test')));
  });

  it('what is said while no worker runs holds when one is back', async () => {
    const { desk, ids } = stack;
    const [a = '', b = '', c = ''] = desk.agents.tier1;
    const supervisor = await stack.as(ids.supervisorId);
    const rotation = `/v1/desks/${desk.deskId}/rotations/tier-1`;
    await desk.stopWorkers();
    const changed = await supervisor.put(`${rotation}/roster`, { agentIds: [c, b, a] }, { 'if-match': '"1"' });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    // Of two who saw the same roster only the first changes it; the rotation itself sees to that.
    expect(await supervisor.put(`${rotation}/roster`, { agentIds: [a] }, { 'if-match': '"1"' })).toMatchObject({
      status: 200,
    });
    expect(await supervisor.put(`/v1/agents/${b}/capacity`, { capacity: 7 })).toMatchObject({ status: 200 });
    await desk.startWorkers();
    await vi.waitFor(async () => {
      const recorded = await desk.store.rotations.find({ deskId: desk.deskId, tier: 'tier-1' });
      expect(recorded?.roster.map(({ agentId }) => agentId)).toEqual([c, b, a]);
      expect(recorded?.roster[1]).toMatchObject({ capacity: 7 });
    }, patience);
    expect((await supervisor.get(rotation)).headers.get('etag')).toBe('"2"');
  });

  it('a desk without any case gets its rotation by the first thing that is said', async () => {
    const fresh = await startComplaintStack({ tier1: 2 });
    try {
      const [a = '', b = ''] = fresh.desk.agents.tier1;
      const agent = await fresh.as(a);
      expect(await agent.put(`/v1/agents/${a}/availability`, { availability: 'away' })).toMatchObject({ status: 200 });
      const one = await startCase(fresh.desk);
      await untilRecorded(fresh.desk, one.caseId, { status: 'assigned', agentId: b });
      await one.handle.terminate('end of the test');
    } finally {
      await fresh.end();
    }
  });
});
