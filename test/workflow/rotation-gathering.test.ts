import { afterEach, describe, expect, it, vi } from 'vitest';
import { getRotation } from '../../workflows/rotation/rotation-messages.ts';
import { startCase } from '../support/desk/test-case.ts';
import { startTestDesk, type TestDesk } from '../support/desk/test-desk.ts';

let desk: TestDesk | undefined;
afterEach(() => desk?.end());

/** What the rotation's history says of this: workflow tasks begun, and requests that came. */
async function countOf(of: TestDesk): Promise<{ tasks: number; requests: number }> {
  const rotation = of.client.workflow.getHandle(`rotation:${of.deskId}:tier-1`);
  const { events = [] } = await rotation.fetchHistory();
  const requests = events?.filter((event) => event.workflowExecutionSignaledEventAttributes?.signalName);
  const tasks = events?.filter((event) => event.workflowTaskStartedEventAttributes);
  return { tasks: tasks?.length ?? 0, requests: requests?.length ?? 0 };
}

/** A desk whose first batch is under way until `deal` is called. */
async function deskThatDeals(gather?: () => Promise<void>) {
  let deal: () => void = () => undefined;
  let isAsked = false;
  const gate = new Promise<void>((resolve) => (deal = resolve));
  const hold = async () => {
    isAsked = true;
    await gate;
    return { undeliverableRequestIds: [], tookMs: 1_000 };
  };
  desk = await startTestDesk({ replace: { rotation: { dealTurns: hold, ...(gather && { gather }) } } });
  await startCase(desk);
  await vi.waitFor(() => expect(isAsked).toBe(true), { timeout: 10_000 });
  return { deal, running: desk };
}

async function untilRequested(of: TestDesk, count: number): Promise<void> {
  await vi.waitFor(async () => expect((await countOf(of)).requests).toBe(count), { timeout: 15_000, interval: 100 });
}

describe('what arrives while turns are dealt', () => {
  it('is gathered: a workflow task for many signals, not one for each', async () => {
    const { deal, running } = await deskThatDeals();
    const before = await countOf(running);
    for (let count = 0; count < 20; count += 1) await startCase(running);
    await untilRequested(running, 21);
    const { tasks } = await countOf(running);
    expect(tasks - before.tasks).toBeLessThanOrEqual(8);
    deal();
  });

  it('is decided although nothing could be gathered', async () => {
    const { deal, running } = await deskThatDeals(() => Promise.reject(new Error('a worker that stops')));
    const { handle } = await startCase(running);
    await untilRequested(running, 2);
    deal();
    // The replaced activity tells neither case nor store.
    const rotation = running.client.workflow.getHandle(`rotation:${running.deskId}:tier-1`);
    await vi.waitFor(async () => expect((await rotation.query(getRotation)).seq).toBe(2), { timeout: 10_000 });
    await handle.terminate('end of the test');
  });
});
