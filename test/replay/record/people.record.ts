import { expect, it } from 'vitest';
import { acknowledge, resolveSignal, settingsChanged } from '../../../workflows/complaint/complaint-messages.ts';
import { calendarChanged } from '../../../workflows/replanning/replanning-messages.ts';
import { availabilityChanged, capacityChanged, rosterAmended } from '../../../workflows/rotation/rotation-messages.ts';
import { actionBy, startCase, untilRecorded } from '../../support/desk/test-case.ts';
import { atDesk, patience, save } from './history-recorder.ts';

it('leave with handover, an absence that ends by itself, who leaves and joins, and a capacity of one’s own', () =>
  atDesk({ settings: { reopenWindow: 'PT1S' } }, async (desk) => {
    const [a = '', b = '', c = ''] = desk.agents.tier1;
    const rotation = desk.client.workflow.getHandle(`rotation:${desk.deskId}:tier-1`);
    const recorded = async () => (await desk.store.rotations.find({ deskId: desk.deskId, tier: 'tier-1' }))?.roster;
    const first = await startCase(desk);
    await untilRecorded(desk, first.caseId, { status: 'assigned', agentId: a });
    const second = await startCase(desk);
    await untilRecorded(desk, second.caseId, { status: 'assigned', agentId: b });
    await first.handle.executeUpdate(acknowledge, { args: [actionBy(a)] });
    await rotation.signal(availabilityChanged, { agentId: a, availability: 'leave', handover: true });
    await untilRecorded(desk, first.caseId, { status: 'assigned', agentId: c, attempt: 2 });

    const until = new Date(Date.now() + 2_000).toISOString();
    await rotation.signal(availabilityChanged, { agentId: b, availability: 'away', until });
    await rotation.signal(availabilityChanged, { agentId: c, availability: 'away' });
    const waiting = await startCase(desk);
    // Nobody is there until the absence ends.
    await untilRecorded(desk, waiting.caseId, { status: 'assigned', agentId: b });
    await rotation.signal(capacityChanged, { agentId: b, capacity: 7 });
    await rotation.signal(rosterAmended, { joined: [a, 'petugas-baru'], left: [c] });
    await expect
      .poll(async () => (await recorded())?.map(({ agentId }) => agentId), patience)
      .toEqual([a, b, 'petugas-baru']);

    const cases = [first, second, waiting];
    for (const { handle } of cases) {
      await handle.signal(resolveSignal, { actorId: 'pengawas', resolution: 'selesai' });
      await handle.result();
    }
    await save('complaint-handed-over', first.handle);
    await save('complaint-waited-for-somebody', waiting.handle);
    await save('rotation-people', rotation);
  }));

it(
  'a case whose running deadlines are planned again, and the walk through the desk that has it done',
  () =>
    atDesk({ settings: { reopenWindow: 'PT1S' } }, async (desk) => {
      const [a = ''] = desk.agents.tier1;
      const { handle, caseId } = await startCase(desk);
      const before = await untilRecorded(desk, caseId, { status: 'assigned', agentId: a });
      const { settings } = (await desk.store.desks.find(desk.deskId)) ?? expect.fail('no desk');
      await desk.store.desks.saveSettings(desk.deskId, { ...settings, resolveTier1Within: 'PT90M' });
      const replanning = await desk.client.workflow.signalWithStart('replanning', {
        workflowId: `replanning:${desk.deskId}`,
        taskQueue: desk.queues.complaint,
        args: [{ deskId: desk.deskId }],
        signal: calendarChanged,
        signalArgs: [{}],
      });
      await expect.poll(async () => (await desk.store.cases.find(caseId))?.resolveBy).not.toBe(before.resolveBy);
      await handle.executeUpdate(acknowledge, { args: [actionBy(a)] });
      await handle.signal(settingsChanged, {});
      // One that is over by now passes at once.
      await desk.store.desks.saveSettings(desk.deskId, { ...settings, resolveTier1Within: 'PT0.1S' });
      await handle.signal(settingsChanged, {});
      await untilRecorded(desk, caseId, { status: 'assigned', agentId: desk.agents.tier2[0] ?? '' });
      await handle.signal(resolveSignal, { actorId: 'pengawas', resolution: 'selesai' });
      await handle.result();
      await save('complaint-replanned', handle);
      // Its second round comes after a minute.
      await replanning.result();
      await save('replanning', replanning);
    }),
  150_000,
);
