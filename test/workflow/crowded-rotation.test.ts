import { createHash, randomUUID } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { availabilityChanged, getRotation } from '../../workflows/rotation/rotation-messages.ts';
import { rotationWorkflowId } from '../../workflows/kernel/workflow-ids.ts';
import type { TurnRequest } from '../../workflows/rotation/rotation-types.ts';
import { startTestDesk, type TestDesk } from '../support/desk/test-desk.ts';

/** As long as the real ones: Temporal takes no payload of 2 MiB, which is what some 4,900 who wait came to. */
function requestOf(no: number): TurnRequest {
  const caseId = randomUUID();
  const fingerprint = createHash('sha256').update(caseId).digest('hex');
  const wish = { excludedAgentIds: [], preferredAgentId: null, supersedes: null };
  const workflowId = `complaint:dinas-${no % 300}:${fingerprint}`;
  return { requestId: `${caseId}/tier-1/1`, caseId, workflowId, attempt: 1, ...wish };
}

async function startCrowded(desk: TestDesk, requests: TurnRequest[], agentId: string) {
  const key = { deskId: desk.deskId, tier: 'tier-1' as const };
  const lists = { assignments: [], waiting: requests.map((each) => ({ ...each, since: Date.now() })) };
  const roster = [{ agentId, availability: 'away' as const, capacity: null, turns: 0 }];
  const state = {
    ...key,
    ...lists,
    seq: 0,
    nextIndex: 0,
    roster,
    defaultCapacity: 600,
    endedRequestIds: [],
    version: 1,
  };
  await desk.engine.startRotation({ ...key, state });
  return { key, handle: desk.client.workflow.getHandle(rotationWorkflowId(key)) };
}

it('five thousand cases may wait for one agent: nobody is lost, and all get their turns in order', async () => {
  const desk = await startTestDesk();
  try {
    const [agentId = ''] = desk.agents.tier1;
    const requests = Array.from({ length: 5_400 }, (_, no) => requestOf(no));
    const { handle, key } = await startCrowded(desk, requests.slice(0, 4_600), agentId);
    for (let from = 4_600; from < requests.length; from += 50) {
      const some = requests.slice(from, from + 50);
      // One after the other: their order is what is looked at.
      for (const request of some) await desk.engine.requestTurn(key, request);
    }
    const waiting = async () => (await handle.query(getRotation)).waiting.length;
    await vi.waitFor(async () => expect(await waiting()).toBe(requests.length), { timeout: 30_000, interval: 500 });

    // Their cases do not run, so that each place is given back as soon as it has been dealt.
    await handle.signal(availabilityChanged, { agentId, availability: 'available' });
    const dealt = () => desk.store.turns.list(key, { after: 0, limit: 10_000 });
    await vi.waitFor(async () => expect((await dealt()).length).toBe(requests.length), {
      timeout: 120_000,
      interval: 1_000,
    });
    const turns = await dealt();
    expect(turns.map(({ requestId }) => requestId)).toEqual(requests.map(({ requestId }) => requestId));
    expect(turns.map(({ seq }) => seq)).toEqual(requests.map((_, index) => index + 1));

    const recorded = () => desk.store.rotations.find(key);
    await vi.waitFor(async () => expect(await recorded()).toMatchObject({ seq: requests.length, waiting: [] }), {
      timeout: 30_000,
      interval: 500,
    });
    await vi.waitFor(async () => expect((await recorded())?.listsSeq).toBeUndefined(), {
      timeout: 30_000,
      interval: 500,
    });
    await handle.terminate('end of the test');
  } finally {
    await desk.end();
  }
});
