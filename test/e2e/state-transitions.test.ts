import type { WorkflowHandle } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acknowledge, resolve } from '../../workflows/complaint/complaint-messages.ts';
import { act } from '../support/desk/answered-action.ts';
import { actionBy, startCase, untilRecorded } from '../support/desk/test-case.ts';
import { startTestDesk, type TestDesk } from '../support/desk/test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => desk.end());

interface Cost {
  transitions: number;
  events: number;
}

async function costOf(handle: Pick<WorkflowHandle, 'describe'>): Promise<Cost> {
  const { historyLength, raw } = await handle.describe();
  return { transitions: Number(raw.workflowExecutionInfo?.stateTransitionCount), events: historyLength };
}

type Case = Awaited<ReturnType<typeof startCase>>;

/** From the start to the agent's resolution, as the product does it. */
async function untilResolved(started: Case): Promise<void> {
  const { agentId } = await untilRecorded(desk, started.caseId, { status: 'assigned' });
  await act(desk, started.handle, acknowledge, actionBy(agentId ?? ''));
  await act(desk, started.handle, resolve, { ...actionBy(agentId ?? ''), resolutionId: 't' });
}

async function untilAllAreReleased(): Promise<void> {
  await expect
    .poll(async () => {
      const view = await desk.store.rotations.find({ deskId: desk.deskId, tier: 'tier-1' });
      return view?.roster.reduce((sum, { openCases }) => sum + openCases, 0);
    })
    .toBe(0);
}

/**
 * What a case costs the server, counted and not timed: each transition is a write of its whole state. A rise is a
 * regression that no clock on a busy machine would show.
 */
describe('start, turn, acknowledge, resolve, release', () => {
  const rotation = () => desk.client.workflow.getHandle(`rotation:${desk.deskId}:tier-1`);

  it('cost a case that comes alone so many state transitions', async () => {
    const first = await startCase(desk);
    await untilResolved(first);
    await untilAllAreReleased();
    const before = await costOf(rotation());
    const started = await startCase(desk);
    await untilResolved(started);
    const cost = await costOf(started.handle);
    await untilAllAreReleased();
    const share = (await costOf(rotation())).transitions - before.transitions;
    console.log(`alone: ${cost.transitions} state transitions and ${cost.events} events; rotation ${share} for it`);
    expect(cost.transitions).toBeLessThanOrEqual(7);
    expect(share).toBeLessThanOrEqual(20);
    await Promise.all([first, started].map(({ handle }) => handle.terminate('end of the test')));
  });

  it('cost a case among many at most 14, and 40 events, with its share of the rotation', async () => {
    const count = 120;
    const before = await costOf(rotation());
    const cases: Case[] = [];
    const costs: Cost[] = [];
    const worker = async () => {
      while (cases.length < count) {
        const started = await startCase(desk);
        cases.push(started);
        await untilResolved(started);
        costs.push(await costOf(started.handle));
      }
    };
    await Promise.all(Array.from({ length: 24 }, worker));
    await untilAllAreReleased();
    const after = await costOf(rotation());
    const mean = (what: keyof Cost) =>
      costs.reduce((sum, cost) => sum + cost[what], 0) / costs.length + (after[what] - before[what]) / costs.length;
    console.log(
      `among ${count}: ${mean('transitions').toFixed(1)} state transitions, ${mean('events').toFixed(1)} events`,
    );
    expect(mean('transitions')).toBeLessThanOrEqual(14);
    expect(mean('events')).toBeLessThanOrEqual(40);
    await Promise.all(cases.map(({ handle }) => handle.terminate('end of the test')));
  });
});
