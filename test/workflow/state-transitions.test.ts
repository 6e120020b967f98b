import type { WorkflowHandle } from '@temporalio/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { acknowledge, resolve } from '../../workflows/complaint/complaint-messages.ts';
import { actionBy, startCase, untilRecorded } from '../support/desk/test-case.ts';
import { startTestDesk, type TestDesk } from '../support/desk/test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk({ settings: { reopenWindow: 'PT1S' } });
});
afterAll(() => desk.end());

async function transitionsOf(handle: Pick<WorkflowHandle, 'describe'>): Promise<number> {
  const { raw } = await handle.describe();
  return Number(raw.workflowExecutionInfo?.stateTransitionCount);
}

/**
 * What a case costs the server, counted and not timed: each transition is a write of its whole state. A rise is a
 * regression that no clock on a busy machine would show.
 */
it('a case from its start to its end costs so many state transitions', async () => {
  const rotation = desk.client.workflow.getHandle(`rotation:${desk.deskId}:tier-1`);
  const first = await startCase(desk);
  await untilRecorded(desk, first.caseId, { status: 'assigned' });
  const before = await transitionsOf(rotation);

  const { handle, caseId } = await startCase(desk);
  const { agentId } = await untilRecorded(desk, caseId, { status: 'assigned' });
  const untilAssigned = await transitionsOf(handle);
  await handle.executeUpdate(acknowledge, { args: [actionBy(agentId ?? '')] });
  await handle.executeUpdate(resolve, { args: [{ ...actionBy(agentId ?? ''), resolutionId: 't' }] });
  await handle.result();
  await expect
    .poll(async () => (await desk.store.rotations.find({ deskId: desk.deskId, tier: 'tier-1' }))?.roster[1]?.openCases)
    .toBe(0);
  const share = (await transitionsOf(rotation)) - before;
  const all = await transitionsOf(handle);
  console.log(`state transitions: case ${untilAssigned} until assigned, ${all} in all; rotation ${share} for it`);
  expect(untilAssigned).toBeLessThanOrEqual(13);
  expect(all).toBeLessThanOrEqual(28);
  expect(share).toBeLessThanOrEqual(15);
  await first.handle.terminate('end of the test');
});
