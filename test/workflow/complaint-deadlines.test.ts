import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureRotations } from '../../worker/rotation-bootstrap.ts';
import { availabilityChanged } from '../../workflows/rotation/rotation-messages.ts';
import { acknowledge, resolve } from '../../workflows/complaint/complaint-messages.ts';
import { actionBy, startCase, untilRecorded } from '../support/desk/test-case.ts';
import { startSkippedTime } from '../support/desk/skipped-time.ts';
import { startTestDesk, type TestDesk } from '../support/desk/test-desk.ts';

// One environment and one case at a time: skipped time is skipped for everyone in it.
describe('deadlines, in skipped time', () => {
  let environment: TestWorkflowEnvironment;
  let desk: TestDesk;
  beforeAll(async () => {
    environment = await startSkippedTime();
  });
  // A desk for each test: the test server ends workflows that slept through the time of another.
  beforeEach(async () => {
    desk = await startTestDesk({
      environment,
      settings: {
        acknowledgeWithin: 'PT1H',
        resolveTier1Within: 'PT4H',
        resolveTier2Within: 'PT8H',
        reopenWindow: 'P5D',
      },
    });
  });
  afterEach(() => desk.end());
  afterAll(async () => {
    await environment.teardown();
  });

  it('go to the next agent, to tier 2, to overdue and the next of tier 2, each exactly once', async () => {
    const [a, b, c] = desk.agents.tier1;
    const [q, r] = desk.agents.tier2;
    const { handle, caseId } = await startCase(desk);
    const first = await untilRecorded(desk, caseId, { status: 'assigned', agentId: a });
    expect(Date.parse(first.acknowledgeBy ?? '') - Date.parse(first.assignedAt ?? '')).toBe(3_600_000);

    await environment.sleep('61 minutes');
    await untilRecorded(desk, caseId, { status: 'assigned', agentId: b, attempt: 2 });
    await environment.sleep('61 minutes');
    await untilRecorded(desk, caseId, { status: 'assigned', agentId: c, attempt: 3 });
    await handle.executeUpdate(acknowledge, { args: [actionBy(c ?? '')] });

    await environment.sleep('2 hours');
    const raised = await untilRecorded(desk, caseId, { status: 'assigned', agentId: q });
    expect(raised).toMatchObject({ tier: 'tier-2', attempt: 1, overdue: false });
    await handle.executeUpdate(acknowledge, { args: [actionBy(q ?? '')] });
    await environment.sleep('8 hours');
    const late = await untilRecorded(desk, caseId, { status: 'assigned', agentId: r });
    expect(late).toMatchObject({ tier: 'tier-2', attempt: 2, overdue: true });

    const solved = await handle.executeUpdate(resolve, { args: [{ ...actionBy(r ?? ''), resolutionId: 't' }] });
    expect(solved.view).toMatchObject({ status: 'resolved', overdue: false });
    expect(await handle.result()).toMatchObject({ status: 'closed' });

    const entries = await desk.store.timelines.ofCase(caseId, { afterNo: 0, limit: 100 });
    expect(entries.map(({ type }) => type)).toEqual([
      'received',
      'assigned',
      'acknowledgementMissed',
      'assigned',
      'acknowledgementMissed',
      'assigned',
      'acknowledged',
      'escalated',
      'assigned',
      'acknowledged',
      'overdue',
      'assigned',
      'resolved',
      'closed',
    ]);
    const day = Date.parse(entries.at(-1)?.at ?? '') - Date.parse(entries.at(-2)?.at ?? '');
    expect(Math.round(day / 3_600_000)).toBe(5 * 24);
  });

  it('raise a case that never found an agent', async () => {
    const { deskId } = desk;
    await ensureRotations(desk.store, desk.engine);
    const rotation = desk.client.workflow.getHandle(`rotation:${deskId}:tier-1`);
    for (const agentId of desk.agents.tier1) {
      await rotation.signal(availabilityChanged, { agentId, availability: 'away' });
    }
    const { handle, caseId } = await startCase(desk);
    await untilRecorded(desk, caseId, { status: 'received' });
    await environment.sleep('4 hours');
    const raised = await untilRecorded(desk, caseId, { status: 'assigned' });
    expect(raised.tier).toBe('tier-2');
    const recorded = await desk.store.rotations.find({ deskId, tier: 'tier-1' });
    expect(recorded?.waiting).toEqual([]);
    await handle.terminate('end of the test');
  });
});
