import { expect, it } from 'vitest';
import { merge, reportAttached, resolveSignal } from '../../../workflows/complaint/complaint-messages.ts';
import type { TestDesk } from '../../support/desk/test-desk.ts';
import { actionBy, reportRef, startCase, untilRecorded } from '../../support/desk/test-case.ts';
import { atDesk, patience, save } from './history-recorder.ts';

type Started = Awaited<ReturnType<typeof startCase>>;

async function assigned(desk: TestDesk, submitterId: string): Promise<Started> {
  const started = await startCase(desk, { firstReport: reportRef({ submitterId }) });
  await untilRecorded(desk, started.caseId, { status: 'assigned' });
  return started;
}

function mergeInto(source: Started, target: Started) {
  const { number } = target.firstReport.candidate;
  const into = { caseId: target.caseId, number, workflowId: target.handle.workflowId };
  return source.handle.executeUpdate(merge, { args: [{ ...actionBy('pengawas', 'supervisor'), into }] });
}

it('a case merged into one that is merged into a third, with a late report, to the end of all', () =>
  atDesk({ settings: { reopenWindow: 'PT1S' } }, async (desk) => {
    const [a, b, c] = [await assigned(desk, 'xyz'), await assigned(desk, 'abc'), await assigned(desk, 'def')];
    const reports = async ({ caseId }: Started) => (await desk.store.cases.find(caseId))?.reportCount;
    await mergeInto(a, b);
    await expect.poll(() => reports(b), patience).toBe(2);
    await mergeInto(b, c);
    await expect.poll(() => reports(c), patience).toBe(3);
    await expect.poll(async () => (await desk.store.cases.find(a.caseId))?.mergedIntoId, patience).toBe(c.caseId);
    await a.handle.signal(reportAttached, { report: reportRef({ submitterId: 'ghi' }) });
    await expect.poll(() => reports(c), patience).toBe(4);
    await c.handle.signal(resolveSignal, { actorId: 'pengawas', resolution: 'selesai' });
    await Promise.all([a, b, c].map(({ handle }) => handle.result()));
    await save('complaint-merged-twice', a.handle);
    await save('complaint-merged-with-forwarder', b.handle);
    await save('complaint-surviving', c.handle);
  }));

it('a case merged into one that has just ended', () =>
  atDesk({ settings: { reopenWindow: 'PT1S' } }, async (desk) => {
    const [a, b] = [await assigned(desk, 'xyz'), await assigned(desk, 'abc')];
    await b.handle.terminate('ended meanwhile');
    await mergeInto(a, b);
    await untilRecorded(desk, a.caseId, { status: 'assigned', attempt: 2 });
    await a.handle.signal(resolveSignal, { actorId: 'pengawas', resolution: 'selesai' });
    await a.handle.result();
    await save('complaint-merge-failed', a.handle);
  }));
