import { expect, it } from 'vitest';
import {
  acknowledge,
  ask,
  messageAdded,
  rate,
  reassign,
  reopen,
  reportAttached,
  resolve,
  resolveSignal,
  resume,
  withdraw,
} from '../../../workflows/complaint/complaint-messages.ts';
import { actionBy, reportRef, startCase, untilRecorded } from '../../support/desk/test-case.ts';
import { atDesk, patience, save } from './history-recorder.ts';

it('a case that is asked about, answered, given on by hand, rated, reopened and resolved again', () =>
  atDesk({ settings: { reopenWindow: 'PT3S' } }, async (desk) => {
    const [a = '', b = '', c = ''] = desk.agents.tier1;
    const { handle, caseId } = await startCase(desk);
    await untilRecorded(desk, caseId, { status: 'assigned', agentId: a });
    await handle.executeUpdate(ask, { args: [{ ...actionBy(a), messageId: 'question' }] });
    const answer = { messageId: 'answer', kind: 'reply', actor: { id: 'xyz', role: 'submitter' } } as const;
    await handle.signal(messageAdded, { ...answer, messageId: 'note', kind: 'note', actor: { id: a, role: 'agent' } });
    await handle.signal(messageAdded, answer);
    await handle.signal(messageAdded, answer);
    await untilRecorded(desk, caseId, { status: 'inProgress' });
    await handle.executeUpdate(ask, { args: [{ ...actionBy(a), messageId: 'question 2' }] });
    await handle.executeUpdate(resume, { args: [actionBy(a)] });

    const supervisor = actionBy('pengawas', 'supervisor');
    await handle.executeUpdate(reassign, { args: [{ ...supervisor, agentId: c, reasonId: 'reason 1' }] });
    await untilRecorded(desk, caseId, { status: 'assigned', agentId: c, attempt: 2 });
    const again = actionBy('pengawas', 'supervisor');
    await handle.executeUpdate(reassign, { args: [{ ...again, agentId: null, reasonId: 'reason 2' }] });
    await untilRecorded(desk, caseId, { status: 'assigned', agentId: b, attempt: 3 });
    await handle.executeUpdate(acknowledge, { args: [actionBy(b)] });
    const resolution = { ...actionBy(b), resolutionId: 'solution' };
    await handle.executeUpdate(resolve, { args: [resolution] });
    // A repetition is answered again.
    expect(await handle.executeUpdate(resolve, { args: [resolution] })).toMatchObject({ repeated: true });
    await handle.executeUpdate(rate, { args: [{ ...actionBy('xyz', 'submitter'), score: 2, commentId: 'comment' }] });
    await handle.executeUpdate(reopen, { args: [{ ...actionBy('xyz', 'submitter'), reasonId: 'reason 3' }] });
    await untilRecorded(desk, caseId, { status: 'assigned', agentId: b, attempt: 4 });
    await handle.signal(resolveSignal, { actorId: 'pengawas', resolution: 'selesai' });
    expect(await handle.result()).toMatchObject({ status: 'closed' });
    await save('complaint-conducted', handle);
    await save('rotation-named-turn', desk.client.workflow.getHandle(`rotation:${desk.deskId}:tier-1`));
  }));

it('a case whose question nobody answers', () =>
  atDesk({ settings: { answerWithin: 'PT1S', reopenWindow: 'PT1S' } }, async (desk) => {
    const [a = ''] = desk.agents.tier1;
    const { handle, caseId } = await startCase(desk);
    await untilRecorded(desk, caseId, { status: 'assigned', agentId: a });
    await handle.executeUpdate(ask, { args: [{ ...actionBy(a), messageId: 'question' }] });
    await untilRecorded(desk, caseId, { status: 'inProgress' });
    await handle.signal(resolveSignal, { actorId: 'pengawas', resolution: 'selesai' });
    await handle.result();
    await save('complaint-answer-missed', handle);
  }));

it('a case of two reporters who withdraw one after the other', () =>
  atDesk({}, async (desk) => {
    const { handle, caseId } = await startCase(desk);
    await untilRecorded(desk, caseId, { status: 'assigned' });
    await handle.signal(reportAttached, { report: reportRef({ submitterId: 'abc' }) });
    await expect.poll(async () => (await desk.store.cases.find(caseId))?.reportCount, patience).toBe(2);
    for (const submitter of ['xyz', 'abc']) {
      await handle.executeUpdate(withdraw, { args: [{ ...actionBy(submitter, 'submitter'), reasonId: submitter }] });
    }
    expect(await handle.result()).toMatchObject({ status: 'withdrawn' });
    await save('complaint-withdrawn', handle);
  }));
