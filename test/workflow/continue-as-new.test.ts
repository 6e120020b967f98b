import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { acknowledge, reportAttached } from '../../workflows/complaint/complaint-messages.ts';
import { actionBy, reportRef, startCase, untilRecorded } from '../support/desk/test-case.ts';
import { startTestDesk, type TestDesk } from '../support/desk/test-desk.ts';

describe('continue-as-new', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startTestDesk({ tier1: 4, continueAsNewAfterTurns: 10 });
  });
  afterAll(() => desk.end());

  it('loses no report, no repetition and no memo of a case', async () => {
    const { handle, caseId, firstReport } = await startCase(desk, { continueAsNewAfterEvents: 60 });
    const { agentId } = await untilRecorded(desk, caseId, { status: 'assigned' });
    const action = actionBy(agentId ?? '');
    expect((await handle.executeUpdate(acknowledge, { args: [action] })).repeated).toBe(false);
    const firstRun = (await handle.describe()).runId;

    const reports = Array.from({ length: 150 }, (_, n) => reportRef({ submitterId: `s${n % 7}` }));
    for (let at = 0; at < reports.length; at += 10) {
      await Promise.all(reports.slice(at, at + 10).map((report) => handle.signal(reportAttached, { report })));
      // Every tenth comes twice, also over the border of a run.
      await handle.signal(reportAttached, { report: reports[at]! });
      if (at === 70) {
        const isNewRun = async () => (await handle.describe()).runId !== firstRun;
        await vi.waitUntil(isNewRun, { timeout: 20_000, interval: 50 });
        await handle.signal(reportAttached, { report: reports[0]! });
      }
    }
    const view = await vi.waitUntil(async () => {
      const current = await desk.store.cases.find(caseId);
      return current?.reportCount === 151 ? current : null;
    }, 20_000);
    expect(view).toMatchObject({ status: 'inProgress', agentId });

    const described = await handle.describe();
    expect(described.runId).not.toBe(firstRun);
    expect(described.memo).toMatchObject(firstReport.candidate);
    // An action that was done in an earlier run is answered again, not done again.
    const again = await handle.executeUpdate(acknowledge, { args: [action] });
    expect(again).toMatchObject({ repeated: true, view: { status: 'inProgress', reportCount: 151 } });
    const entries = await desk.store.timelines.ofCase(caseId, { afterNo: 0, limit: 500 });
    expect(entries.map(({ no }) => no)).toEqual(entries.map((_, index) => index + 1));
    expect(entries.filter(({ type }) => type === 'reportAttached')).toHaveLength(150);
    await handle.terminate('end of the test');
  });

  it('loses no turn of a rotation, with everything asked for at once', async () => {
    const other = await startTestDesk({ tier1: 4, continueAsNewAfterTurns: 10 });
    try {
      const cases = await Promise.all(Array.from({ length: 120 }, () => startCase(other)));
      await Promise.all(cases.map(({ caseId }) => untilRecorded(other, caseId, { status: 'assigned' })));
      const turns = await other.store.turns.list({ deskId: other.deskId, tier: 'tier-1' }, { after: 0, limit: 500 });
      expect(turns.map(({ seq }) => seq)).toEqual(turns.map((_, index) => index + 1));
      expect(new Set(turns.map(({ caseId }) => caseId)).size).toBe(120);
      expect(turns.map(({ agentId }) => agentId)).toEqual(turns.map((_, index) => other.agents.tier1[index % 4]));
      const isLaterRun = async () => {
        const rotation = await other.client.workflow.getHandle(`rotation:${other.deskId}:tier-1`).describe();
        return rotation.runId !== rotation.raw.workflowExecutionInfo?.firstRunId;
      };
      await expect.poll(isLaterRun).toBe(true);
      await Promise.all(cases.map(({ handle }) => handle.terminate('end of the test')));
    } finally {
      await other.end();
    }
  });

  it('is no business of a malformed message', async () => {
    const rotation = desk.client.workflow.getHandle(`rotation:${desk.deskId}:tier-1`);
    await rotation.signal('turnRequested', { requestId: 7 });
    await rotation.signal('released');
    await rotation.signal('nonsense', 'x');
    const { handle, caseId } = await startCase(desk);
    await untilRecorded(desk, caseId, { status: 'assigned' });
    await handle.signal('resolve', { nobody: true });
    await handle.signal('reportAttached', null);
    await handle.signal('resolve', { actorId: 'pengawas', resolution: 'selesai' });
    await untilRecorded(desk, caseId, { status: 'resolved' });
    await handle.terminate('end of the test');
  });
});
