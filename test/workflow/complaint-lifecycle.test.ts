import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  acknowledge,
  ask,
  escalate,
  messageAdded,
  rate,
  reassign,
  reopen,
  reportAttached,
  resolve,
  resolveSignal,
  turnWithdrawn,
  withdraw,
} from '../../workflows/complaint/complaint-messages.ts';
import { actionBy, reportRef, startCase, untilRecorded } from '../support/desk/test-case.ts';
import { startTestDesk, type TestDesk } from '../support/desk/test-desk.ts';

describe('a case on the real server', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startTestDesk();
  });
  afterAll(() => desk.end());

  it('is assigned in turn, acknowledged, escalated to tier 2, resolved, and closes', async () => {
    const [a, b] = desk.agents.tier1;
    const [q] = desk.agents.tier2;
    const one = await startCase(desk);
    await untilRecorded(desk, one.caseId, { status: 'assigned', agentId: a });
    const two = await startCase(desk);
    await untilRecorded(desk, two.caseId, { status: 'assigned', agentId: b });

    const taken = await one.handle.executeUpdate(acknowledge, { args: [actionBy(a ?? '')] });
    expect(taken).toMatchObject({ repeated: false, view: { status: 'inProgress', agentId: a } });
    const raised = await one.handle.executeUpdate(escalate, { args: [{ ...actionBy(a ?? ''), reasonId: 'r1' }] });
    expect(raised.view).toMatchObject({ tier: 'tier-2', formerAgentIds: [a] });
    await untilRecorded(desk, one.caseId, { status: 'assigned', agentId: q });
    const solved = await one.handle.executeUpdate(resolve, { args: [{ ...actionBy(q ?? ''), resolutionId: 't1' }] });
    expect(solved.view).toMatchObject({ status: 'resolved', agentId: q, resolutionId: 't1' });
    expect((await desk.store.cases.find(one.caseId))?.status).toBe('resolved');

    const entries = await desk.store.timelines.ofCase(one.caseId, { afterNo: 0, limit: 100 });
    expect(entries.map((entry) => entry.type)).toEqual([
      'received',
      'assigned',
      'acknowledged',
      'escalated',
      'assigned',
      'resolved',
    ]);
    expect(entries.map((entry) => entry.no)).toEqual([1, 2, 3, 4, 5, 6]);
    await Promise.all([one, two].map(({ handle }) => handle.terminate('end of the test')));
  });

  it('takes further reports in, also while resolved, and goes back to its agent', async () => {
    const { handle, caseId, firstReport } = await startCase(desk);
    const view = await untilRecorded(desk, caseId, { status: 'assigned' });
    const second = reportRef({ submitterId: 'abc' });
    await handle.signal(reportAttached, { report: second });
    await handle.signal(reportAttached, { report: second });
    await handle.signal(resolveSignal, { actorId: 'pengawas', resolution: 'Sudah diatur ulang' });
    const solved = await untilRecorded(desk, caseId, { status: 'resolved' });
    expect(solved).toMatchObject({ reportCount: 2, reporterIds: ['xyz', 'abc'] });
    const [text] = await desk.store.messages.findMany([solved.resolutionId ?? '']);
    expect(text).toMatchObject({ text: 'Sudah diatur ulang', authorId: 'pengawas', kind: 'resolution' });

    await handle.signal(reportAttached, { report: reportRef({ submitterId: 'def' }) });
    const again = await untilRecorded(desk, caseId, { status: 'assigned', attempt: 2 });
    expect(again).toMatchObject({ agentId: view.agentId, reportCount: 3 });
    expect((await handle.describe()).memo).toMatchObject(firstReport.candidate);
    await handle.terminate('end of the test');
  });

  it('waits for an answer, moves to a named agent and away from one on leave, is reopened, rated, withdrawn', async () => {
    const { handle, caseId } = await startCase(desk);
    const { agentId } = await untilRecorded(desk, caseId, { status: 'assigned' });
    const asked = await handle.executeUpdate(ask, { args: [{ ...actionBy(agentId ?? ''), messageId: 'question' }] });
    expect(asked.view).toMatchObject({ status: 'waitingOnSubmitter', acknowledgeBy: null });
    const answer = { messageId: 'answer', kind: 'reply' as const, actor: { id: 'xyz', role: 'submitter' as const } };
    await handle.signal(messageAdded, answer);
    await handle.signal(messageAdded, answer);
    await untilRecorded(desk, caseId, { status: 'inProgress' });

    const supervisor = actionBy('pengawas', 'supervisor');
    const moved = await handle.executeUpdate(reassign, { args: [{ ...supervisor, agentId: null, reasonId: 'r' }] });
    expect(moved.view.formerAgentIds).toEqual([agentId]);
    const other = await untilRecorded(desk, caseId, { status: 'assigned', attempt: 2 });
    expect(other.agentId).not.toBe(agentId);
    await handle.signal(turnWithdrawn, { requestId: `${caseId}/tier-1/2`, tier: 'tier-1', reason: 'leave' });
    const third = await untilRecorded(desk, caseId, { status: 'assigned', attempt: 3 });
    expect(third.agentId).not.toBe(other.agentId);

    await handle.executeUpdate(resolve, { args: [{ ...actionBy(third.agentId ?? ''), resolutionId: 't' }] });
    const xyz = () => actionBy('xyz', 'submitter');
    const rated = await handle.executeUpdate(rate, { args: [{ ...xyz(), score: 2, commentId: null }] });
    expect(rated.view.ratings).toEqual([{ reporterId: 'xyz', score: 2 }]);
    await handle.executeUpdate(reopen, { args: [{ ...xyz(), reasonId: 'r' }] });
    await untilRecorded(desk, caseId, { status: 'assigned', agentId: third.agentId, attempt: 4 });
    const gone = await handle.executeUpdate(withdraw, { args: [{ ...xyz(), reasonId: 'r' }] });
    expect(gone.view.status).toBe('withdrawn');
    expect(await handle.result()).toMatchObject({ status: 'withdrawn' });
    const entries = await desk.store.timelines.ofCase(caseId, { afterNo: 0, limit: 100 });
    expect(entries.map((entry) => entry.type)).toEqual([
      ...['received', 'assigned', 'asked', 'replied', 'resumed', 'reassigned', 'assigned', 'handedOver', 'assigned'],
      ...['resolved', 'rated', 'reopened', 'assigned', 'withdrawn'],
    ]);
  });

  it('closes when its reopen window has passed, and gives its agent free', async () => {
    const short = await startTestDesk({ settings: { reopenWindow: 'PT1S' } });
    try {
      const { handle, caseId } = await startCase(short);
      const [a] = short.agents.tier1;
      await untilRecorded(short, caseId, { status: 'assigned' });
      await handle.executeUpdate(resolve, { args: [{ ...actionBy(a ?? ''), resolutionId: 't1' }] });
      expect(await handle.result()).toMatchObject({ caseId, status: 'closed', reportCount: 1 });
      expect((await short.store.cases.find(caseId))?.status).toBe('closed');
      const rotation = () => short.store.rotations.find({ deskId: short.deskId, tier: 'tier-1' });
      // Places that are given back are shown once a second.
      const open = async () => (await rotation())?.roster.map((agent) => agent.openCases);
      await expect.poll(open, { timeout: 10_000 }).toEqual([0, 0, 0]);
    } finally {
      await short.end();
    }
  });
});
