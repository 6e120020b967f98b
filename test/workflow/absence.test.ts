import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureRotations } from '../../worker/rotation-bootstrap.ts';
import { acknowledge, settingsChanged } from '../../workflows/complaint/complaint-messages.ts';
import { availabilityChanged } from '../../workflows/rotation/rotation-messages.ts';
import { actionBy, startCase, untilRecorded } from '../support/desk/test-case.ts';
import { startSkippedTime } from '../support/desk/skipped-time.ts';
import { startTestDesk, type TestDesk } from '../support/desk/test-desk.ts';

const hour = 3_600_000;

// One environment and one live family of workflows at a time: skipped time is skipped for everyone in it.
describe('people and calendars, in skipped time', () => {
  let environment: TestWorkflowEnvironment;
  let desk: TestDesk;
  beforeAll(async () => {
    environment = await startSkippedTime();
  });
  beforeEach(async () => {
    desk = await startTestDesk({
      environment,
      tier1: 1,
      continueAsNewAfterTurns: 1,
      settings: { acknowledgeWithin: 'P9D', resolveTier1Within: 'P9D', resolveTier2Within: 'P9D' },
    });
  });
  afterEach(() => desk.end());
  afterAll(async () => {
    await environment.teardown();
  });

  const agentOf = async () => (await desk.store.rotations.find({ deskId: desk.deskId, tier: 'tier-1' }))?.roster[0];

  it('an absence ends by itself at its time, over continue-as-new, and who waits is served', async () => {
    const [a = ''] = desk.agents.tier1;
    await ensureRotations(desk.store, desk.engine);
    // A turn, after which the rotation continues as new.
    const early = await startCase(desk);
    await untilRecorded(desk, early.caseId, { status: 'assigned', agentId: a });
    const rotation = desk.client.workflow.getHandle(`rotation:${desk.deskId}:tier-1`);
    const now = await environment.currentTimeMs();
    const until = new Date(now + 72 * hour).toISOString();
    await rotation.signal(availabilityChanged, { agentId: a, availability: 'away', until });
    await vi.waitFor(async () => expect(await agentOf()).toMatchObject({ availability: 'away' }), 20_000);
    const { handle, caseId } = await startCase(desk);
    await untilRecorded(desk, caseId, { status: 'received' });
    await environment.sleep(71 * hour);
    expect(await desk.store.cases.find(caseId)).toMatchObject({ status: 'received', agentId: null });
    await environment.sleep(2 * hour);
    const view = await untilRecorded(desk, caseId, { status: 'assigned', agentId: a });
    expect(Math.round((Date.parse(view.assignedAt ?? '') - now) / hour)).toBe(72);
    expect(await agentOf()).not.toHaveProperty('until');
    await Promise.all([early.handle, handle].map((each) => each.terminate('end of the test')));
  });

  it('a deadline that is moved while its timer runs passes at the new time, and once', async () => {
    const [a = ''] = desk.agents.tier1;
    const { handle, caseId } = await startCase(desk);
    const first = await untilRecorded(desk, caseId, { status: 'assigned', agentId: a });
    await handle.executeUpdate(acknowledge, { args: [actionBy(a)] });
    const replan = async (resolveTier1Within: string) => {
      const { settings } = (await desk.store.desks.find(desk.deskId)) ?? (expect.fail('no desk') as never);
      await desk.store.desks.saveSettings(desk.deskId, { ...settings, resolveTier1Within });
      await handle.signal(settingsChanged, {});
      const moved = async () => expect((await desk.store.cases.find(caseId))?.resolveBy).not.toBe(first.resolveBy);
      await vi.waitFor(moved, 20_000);
    };
    await replan('PT10H');
    await environment.sleep(9 * hour);
    await replan('PT30H');
    await environment.sleep(20 * hour);
    expect(await desk.store.cases.find(caseId)).toMatchObject({ tier: 'tier-1', status: 'inProgress' });
    await environment.sleep(2 * hour);
    await untilRecorded(desk, caseId, { status: 'assigned', attempt: 1, agentId: desk.agents.tier2[0] });
    const entries = await desk.store.timelines.ofCase(caseId, { afterNo: 0, limit: 100 });
    const escalations = entries.filter(({ type }) => type === 'escalated');
    expect(escalations.map(({ data }) => data['by'])).toEqual(['deadline']);
    expect(Math.round((Date.parse(escalations[0]?.at ?? '') - Date.parse(first.createdAt)) / hour)).toBe(30);
    await handle.terminate('end of the test');
  });
});
