import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { merge, reportAttached, resolveSignal } from '../../workflows/complaint/complaint-messages.ts';
import { actionBy, reportRef, startCase, untilRecorded } from '../support/desk/test-case.ts';
import { startTestDesk, type TestDesk } from '../support/desk/test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk({ tier1: 4, settings: { reopenWindow: 'PT1S' } });
});
afterAll(() => desk.end());

type Started = Awaited<ReturnType<typeof startCase>>;

async function assigned(submitterId: string): Promise<Started> {
  const started = await startCase(desk, { firstReport: reportRef({ submitterId }) });
  await untilRecorded(desk, started.caseId, { status: 'assigned' });
  return started;
}

function mergeInto(source: Started, target: Started) {
  const { number } = target.firstReport.candidate;
  const into = { caseId: target.caseId, number, workflowId: target.handle.workflowId };
  return source.handle.executeUpdate(merge, { args: [{ ...actionBy('pengawas', 'supervisor'), into }] });
}

const recorded = async (caseId: string, wanted: object) =>
  vi.waitFor(async () => expect(await desk.store.cases.find(caseId)).toMatchObject(wanted), 15_000);

it('leads every report of the merged cases to the surviving one, flat, until that one ends', async () => {
  const [a, b, c] = await Promise.all([assigned('xyz'), assigned('abc'), assigned('def')]);
  expect((await mergeInto(a, b)).view).toMatchObject({ status: 'merged', mergedIntoId: b.caseId, agentId: null });
  await recorded(b.caseId, { reportCount: 2, reporterIds: ['abc', 'xyz'], mergedCaseIds: [a.caseId] });
  await mergeInto(b, c);
  await recorded(c.caseId, { reportCount: 3, mergedCaseIds: [b.caseId, a.caseId] });
  await recorded(a.caseId, { mergedIntoId: c.caseId });

  // Sent again with the first problem's fingerprint: it is the third case's now.
  const late = reportRef({ submitterId: 'ghi' });
  await a.handle.signal(reportAttached, { report: late });
  await recorded(c.caseId, { reportCount: 4, reporterIds: ['def', 'abc', 'xyz', 'ghi'] });
  expect(await desk.store.cases.find(a.caseId)).toMatchObject({ status: 'merged', reportCount: 1 });

  await c.handle.signal(resolveSignal, { actorId: 'pengawas', resolution: 'selesai' });
  const results = await Promise.all([a, b, c].map(({ handle }) => handle.result()));
  expect(results).toMatchObject([{ status: 'merged' }, { status: 'merged' }, { status: 'closed', reportCount: 4 }]);
  const rotation = await desk.store.rotations.find({ deskId: desk.deskId, tier: 'tier-1' });
  expect(rotation?.roster.map(({ openCases }) => openCases)).toEqual([0, 0, 0, 0]);
});

it('gives a case that was merged into one that has just ended its own turn back', async () => {
  const [a, b] = await Promise.all([assigned('xyz'), assigned('abc')]);
  await b.handle.terminate('ended meanwhile');
  await mergeInto(a, b);
  const again = await untilRecorded(desk, a.caseId, { status: 'assigned', attempt: 2 });
  expect(again.mergedIntoId).toBeNull();
  const entries = await desk.store.timelines.ofCase(a.caseId, { afterNo: 0, limit: 20 });
  expect(entries.map(({ type }) => type)).toEqual(['received', 'assigned', 'merged', 'mergeFailed', 'assigned']);
  await a.handle.terminate('end of the test');
});
