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
  const desk = await startTestDesk({ store, settings: { acknowledgeWithin: 'PT2S' } });
  try {
    const { handle, caseId } = await startCase(desk);
    await untilRecorded(desk, caseId, { status: 'assigned', attempt: 1 });
    available = false;
    await handle.signal(reportAttached, { report: reportRef({ submitterId: 'abc' }) });
    const current = () => handle.query(getCase);
    await vi.waitFor(
      async () => expect(await current()).toMatchObject({ attempt: 2, formerAgentIds: [desk.agents.tier1[0]] }),
      {
        timeout: 20_000,
        interval: 200,
      },
    );
    available = true;
    await untilRecorded(desk, caseId, { status: 'assigned', attempt: 2, agentId: desk.agents.tier1[1] });
    await handle.terminate('end of the test');
  } finally {
    available = true;
    await desk.end();
    await store.close();
  }
});
