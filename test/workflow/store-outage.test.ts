import { expect, it, vi } from 'vitest';
import { fakeStore } from '../../store/fake-store.ts';
import { getCase, reportAttached } from '../../workflows/complaint/complaint-messages.ts';
import { reportRef, startCase, untilRecorded } from '../support/desk/test-case.ts';
import { startTestDesk } from '../support/desk/test-desk.ts';

it('a store that is away holds no turn back, and is told everything when it returns', async () => {
  let available = true;
  const store = fakeStore({ available: () => available });
  const desk = await startTestDesk({ store });
  try {
    const warm = await startCase(desk);
    await untilRecorded(desk, warm.caseId, { status: 'assigned' });
    available = false;
    const { handle, caseId } = await startCase(desk);
    const agentId = async () => (await handle.query(getCase)).agentId;
    await vi.waitFor(async () => expect(await agentId()).toBe(desk.agents.tier1[1]), 20_000);
    await handle.signal(reportAttached, { report: reportRef({ submitterId: 'abc' }) });
    available = true;
    const view = await untilRecorded(desk, caseId, { status: 'assigned', agentId: desk.agents.tier1[1] });
    await vi.waitFor(async () => expect(await store.cases.find(caseId)).toMatchObject({ reportCount: 2 }), 20_000);
    expect(view.acknowledgeBy).not.toBeNull();
    const entries = await store.timelines.ofCase(caseId, { afterNo: 0, limit: 10 });
    expect(entries.map(({ no }) => no)).toEqual([1, 2, 3]);
    await vi.waitFor(
      async () => expect(await store.turns.lastSeq({ deskId: desk.deskId, tier: 'tier-1' })).toBe(2),
      20_000,
    );
    await Promise.all([warm, { handle }].map((each) => each.handle.terminate('end of the test')));
  } finally {
    available = true;
    await desk.end();
    await store.close();
  }
});

it('a store that is away holds no deadline back', async () => {
  let available = true;
  const store = fakeStore({ available: () => available });
  const desk = await startTestDesk({ store, settings: { acknowledgeWithin: 'PT4S' } });
  try {
    const { handle, caseId } = await startCase(desk);
    await untilRecorded(desk, caseId, { status: 'assigned', attempt: 1 });
    available = false;
    await handle.signal(reportAttached, { report: reportRef({ submitterId: 'abc' }) });
    const formerAgents = async () => (await handle.query(getCase)).formerAgentIds;
    await vi.waitFor(async () => expect(await formerAgents()).toContain(desk.agents.tier1[0]), 20_000);
    available = true;
    // Its next deadline may have passed before the store hears of this one: what counts is that it hears of each.
    const recorded = () => store.timelines.ofCase(caseId, { afterNo: 0, limit: 100 });
    const turns = async () =>
      (await recorded()).filter(({ type }) => type === 'assigned').map(({ data }) => data.agentId);
    const [first, second] = desk.agents.tier1;
    await vi.waitFor(async () => expect((await turns()).slice(0, 2)).toEqual([first, second]), 20_000);
    const types = (await recorded()).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['reportAttached', 'acknowledgementMissed']));
    await handle.terminate('end of the test');
  } finally {
    available = true;
    await desk.end();
    await store.close();
  }
});
