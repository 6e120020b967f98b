import { expect, it, vi } from 'vitest';
import { fakeStore } from '../../store/fake-store.ts';
import { reportAttached, resolveSignal } from '../../workflows/complaint/complaint-messages.ts';
import { reportRef, startCase, untilRecorded } from '../support/desk/test-case.ts';
import { startTestDesk } from '../support/desk/test-desk.ts';

it('a report that comes while its case is closing opens the next case of the problem', async () => {
  const store = fakeStore();
  const late = reportRef({ submitterId: 'abc', title: 'Masih tidak bisa masuk' });
  let send = async (): Promise<void> => {};
  const desk = await startTestDesk({
    store,
    settings: { reopenWindow: 'PT1S' },
    replace: {
      complaint: {
        async publishCase({ view, entries }) {
          // Just now: the case has decided to close, and the run has not ended.
          if (view.status === 'closed') await send();
          await store.timelines.append(entries);
          await store.cases.record(view);
        },
      },
    },
  });
  try {
    const { handle, caseId, firstReport } = await startCase(desk);
    let sent = false;
    send = async () => {
      if (!sent) await handle.signal(reportAttached, { report: late });
      sent = true;
    };
    await untilRecorded(desk, caseId, { status: 'assigned' });
    await handle.signal(resolveSignal, { actorId: 'pengawas', resolution: 'selesai' });
    const next = await untilRecorded(desk, late.candidate.caseId, { status: 'assigned' });
    expect(next).toMatchObject({
      ...late.candidate,
      previousCaseId: caseId,
      reportCount: 1,
      reporterIds: ['abc'],
      title: late.title,
    });
    expect(await store.cases.find(caseId)).toMatchObject({ status: 'closed', reportCount: 1 });
    const { memo } = await desk.client.workflow.getHandle(handle.workflowId).describe();
    expect(memo).toMatchObject(late.candidate);
    expect(firstReport.candidate.caseId).toBe(caseId);
    await vi.waitFor(async () => expect(await store.turns.lastSeq({ deskId: desk.deskId, tier: 'tier-1' })).toBe(2));
    await desk.client.workflow.getHandle(handle.workflowId).terminate('end of the test');
  } finally {
    await desk.end();
    await store.close();
  }
});
