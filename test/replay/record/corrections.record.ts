import { expect, it } from 'vitest';
import { correct, detach, reportAttached, resolveSignal } from '../../../workflows/complaint/complaint-messages.ts';
import { complaintWorkflowId } from '../../../workflows/kernel/workflow-ids.ts';
import { actionBy, reportRef, startCase, untilRecorded } from '../../support/desk/test-case.ts';
import { atDesk, patience, save } from './history-recorder.ts';

const salted = (fingerprint: string, salt: string) => `${salt}${fingerprint.slice(1)}`;

it('a case that is corrected and gives a report away, with what leads to it and what came out of it', () =>
  atDesk({ settings: { reopenWindow: 'PT1S' } }, async (desk) => {
    const { caseId, facts, handle } = await startCase(desk);
    await untilRecorded(desk, caseId, { status: 'assigned' });
    const { deskId, systemId, serverId, category } = facts;
    const from = { deskId, systemId, serverId, category };
    const fingerprint = salted(facts.fingerprint, 'c');
    const correction = { from, to: { ...from, category: 'cetak' }, fingerprint };
    const action = actionBy('pengawas', 'supervisor');
    await handle.executeUpdate(correct, { args: [{ ...action, correction, reasonId: 'alasan', occupiedBy: null }] });
    const forwarder = desk.client.workflow.getHandle(complaintWorkflowId({ officeId: facts.officeId, fingerprint }));
    const wrong = reportRef({ submitterId: 'abc' });
    await forwarder.signal(reportAttached, { report: wrong });
    await expect.poll(async () => (await desk.store.cases.find(caseId))?.reportCount, patience).toBe(2);

    const own = { ...facts, category: 'cetak', fingerprint: salted(facts.fingerprint, 'd') };
    const detachment = { report: wrong, facts: own };
    await handle.executeUpdate(detach, {
      args: [{ ...actionBy('pengawas', 'supervisor'), detachment, reasonId: null }],
    });
    await untilRecorded(desk, wrong.candidate.caseId, { status: 'assigned' });
    const detached = desk.client.workflow.getHandle(complaintWorkflowId(own));
    for (const each of [handle, detached]) {
      await each.signal(resolveSignal, { actorId: 'pengawas', resolution: 'selesai' });
    }
    await Promise.all([handle, detached, forwarder].map((each) => each.result()));
    await save('complaint-corrected', handle);
    await save('complaint-detached', detached);
    await save('correction-forwarder', forwarder);
  }));
