import { expect, it } from 'vitest';
import {
  acknowledge,
  escalate,
  reportAttached,
  resolve,
  resolveSignal,
} from '../../../workflows/complaint/complaint-messages.ts';
import { availabilityChanged, capacityChanged, rosterChanged } from '../../../workflows/rotation/rotation-messages.ts';
import { actionBy, reportRef, startCase, untilRecorded } from '../../support/desk/test-case.ts';
import { startTestServer } from '../../support/office-servers/test-server.ts';
import { atDesk, patience, save } from './history-recorder.ts';

it('a case through both tiers, reopened by a new report, to its end', () =>
  atDesk({ settings: { reopenWindow: 'PT2S' } }, async (desk) => {
    const [a = ''] = desk.agents.tier1;
    const [q = ''] = desk.agents.tier2;
    const { handle, caseId } = await startCase(desk);
    await untilRecorded(desk, caseId, { status: 'assigned', agentId: a });
    await handle.signal(reportAttached, { report: reportRef({ submitterId: 'abc' }) });
    await handle.executeUpdate(acknowledge, { args: [actionBy(a)] });
    await handle.executeUpdate(escalate, { args: [{ ...actionBy(a), reasonId: 'reason' }] });
    await untilRecorded(desk, caseId, { status: 'assigned', agentId: q });
    await handle.executeUpdate(resolve, { args: [{ ...actionBy(q), resolutionId: 'text' }] });
    await handle.signal(reportAttached, { report: reportRef({ submitterId: 'def' }) });
    await untilRecorded(desk, caseId, { status: 'assigned', attempt: 2 });
    await handle.signal(resolveSignal, { actorId: 'pengawas', resolution: 'selesai' });
    expect(await handle.result()).toMatchObject({ status: 'closed', reportCount: 3 });
    await save('complaint-both-tiers', handle);
    await save('rotation-tier-1', desk.client.workflow.getHandle(`rotation:${desk.deskId}:tier-1`));
  }));

it('a case that nobody acknowledges, over every deadline', () =>
  atDesk(
    {
      settings: {
        acknowledgeWithin: 'PT1S',
        resolveTier1Within: 'PT3S',
        resolveTier2Within: 'PT3S',
        reopenWindow: 'PT1S',
      },
    },
    async (desk) => {
      const { handle, caseId } = await startCase(desk);
      await untilRecorded(desk, caseId, { status: 'assigned', attempt: 2 });
      await expect.poll(async () => (await desk.store.cases.find(caseId))?.overdue, patience).toBe(true);
      await handle.signal(resolveSignal, { actorId: 'pengawas', resolution: 'selesai' });
      await handle.result();
      await save('complaint-all-deadlines', handle);
    },
  ));

it('a case and a rotation that continue as new', () =>
  atDesk({ tier1: 2, settings: { capacityPerAgent: 2 }, continueAsNewAfterTurns: 3 }, async (desk) => {
    const { handle, caseId } = await startCase(desk, { continueAsNewAfterEvents: 30 });
    await untilRecorded(desk, caseId, { status: 'assigned' });
    for (let n = 0; n < 12; n += 1) {
      await handle.signal(reportAttached, { report: reportRef() });
      await expect.poll(async () => (await desk.store.cases.find(caseId))?.reportCount, patience).toBe(n + 2);
    }
    // The server lets a continued run begin no sooner than a second after the one before it began.
    await expect.poll(async () => (await handle.fetchHistory()).events?.length, patience).toBeGreaterThan(10);
    const rotation = desk.client.workflow.getHandle(`rotation:${desk.deskId}:tier-1`);
    const others = await Promise.all([startCase(desk), startCase(desk), startCase(desk), startCase(desk)]);
    await expect
      .poll(
        async () => (await desk.store.rotations.find({ deskId: desk.deskId, tier: 'tier-1' }))?.waiting.length,
        patience,
      )
      .toBe(1);
    const [a = '', b = ''] = desk.agents.tier1;
    await rotation.signal(availabilityChanged, { agentId: a, availability: 'away' });
    await rotation.signal(capacityChanged, { capacity: 5 });
    await rotation.signal(rosterChanged, { agentIds: [b, a] });
    await Promise.all(others.map((other) => untilRecorded(desk, other.caseId, { status: 'assigned' })));
    for (const [name, current] of [
      ['complaint-continued', handle],
      ['rotation-continued', rotation],
    ] as const) {
      const { runId, raw } = await current.describe();
      const first = raw.workflowExecutionInfo?.firstRunId ?? '';
      expect(runId).not.toBe(first);
      await expect.poll(async () => (await current.fetchHistory()).events?.length, patience).toBeGreaterThan(3);
      await save(name, current);
      await save(`${name}-first-run`, desk.client.workflow.getHandle(current.workflowId, first));
    }
    await Promise.all(
      [handle, ...others.map((other) => other.handle)].map((each) => each.terminate('end of the recording')),
    );
  }));

it('an office server, over every end of a session, that continues as new', () =>
  atDesk({}, async (desk) => {
    const server = await startTestServer(desk, { continueAsNewAfterEvents: 60 });
    const first = (await server.handle.describe()).runId;
    for (const agent of ['a', 'b', 'c', 'd']) await server.ask(agent, { minutes: agent === 'b' ? 1 : 30 });
    await server.extend('a', 15);
    await server.end('a', 'pengawas', 'perawatan');
    await server.leave('c');
    await server.handle.signal('limitChanged', { limit: 2 });
    await server.until(({ lastToken }) => lastToken === 3);
    await server.end('d');
    for (let n = 0; n < 6; n += 1) {
      await server.ask(`x${n}`);
      await server.end(`x${n}`);
    }
    const isNewRun = async () => (await server.handle.describe()).runId !== first;
    await expect.poll(isNewRun, patience).toBe(true);
    await server.ask('y');
    const running = desk.client.workflow.getHandle(server.handle.workflowId);
    await save('office-server-continued', running);
    await save('office-server-first-run', desk.client.workflow.getHandle(server.handle.workflowId, first));
    await running.terminate('end of the recording');
  }));
