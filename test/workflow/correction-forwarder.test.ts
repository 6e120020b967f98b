import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportAttached } from '../../workflows/complaint/complaint-messages.ts';
import { complaintWorkflowId } from '../../workflows/kernel/workflow-ids.ts';
import { reportRef, startCase, untilRecorded } from '../support/desk/test-case.ts';
import { startTestDesk, type TestDesk } from '../support/desk/test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => desk.end());

it('sends reports on to its case; one that comes when that has just ended opens the next case, right there', async () => {
  const { caseId, facts, firstReport, handle } = await startCase(desk);
  await untilRecorded(desk, caseId, { status: 'assigned' });
  const corrected = { ...facts, category: 'cetak', fingerprint: `c${facts.fingerprint.slice(1)}` };
  const into = { caseId, number: firstReport.candidate.number, workflowId: handle.workflowId };
  expect(await desk.engine.openForwarder({ facts: corrected, into })).toBeNull();
  // Asked for again, it runs already; where a case runs, that one is answered.
  expect(await desk.engine.openForwarder({ facts: corrected, into })).toBeNull();
  const stranger = { ...into, caseId: 'another' };
  expect(await desk.engine.openForwarder({ facts, into: stranger })).toEqual(into);

  const forwarder = desk.client.workflow.getHandle(complaintWorkflowId(corrected));
  const sent = reportRef({ submitterId: 'abc' });
  await forwarder.signal(reportAttached, { report: sent });
  await expect.poll(async () => (await desk.store.cases.find(caseId))?.reporterIds).toEqual(['xyz', 'abc']);
  await handle.terminate('ended without a word');
  const late = reportRef({ submitterId: 'def' });
  await forwarder.signal(reportAttached, { report: late });
  const next = await untilRecorded(desk, late.candidate.caseId, { status: 'assigned' });
  expect(next).toMatchObject({ category: 'cetak', previousCaseId: caseId, reporterIds: ['def'] });
  const { memo, searchAttributes, type } = await forwarder.describe();
  expect([type, memo?.['caseId']]).toEqual(['complaint', late.candidate.caseId]);
  expect(searchAttributes).toMatchObject({ DeskId: [desk.deskId], CaseStatus: ['assigned'] });
  await forwarder.terminate('end of the test');
});
