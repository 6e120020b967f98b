import { expect, it } from 'vitest';
import { acknowledge, reportAttached, resolve } from '../../../workflows/complaint/complaint-messages.ts';
import { act } from '../../support/desk/answered-action.ts';
import { actionBy, reportRef, startCase, untilRecorded } from '../../support/desk/test-case.ts';
import { atDesk, patience, save } from './history-recorder.ts';

it('a case whose news others publish, once they do and once they do not (ADR 31)', () =>
  atDesk({ settings: { reopenWindow: 'PT25S' } }, async (desk) => {
    const { handle, caseId } = await startCase(desk);
    const { agentId: agent } = await untilRecorded(desk, caseId, { status: 'assigned' });
    await act(desk, handle, acknowledge, actionBy(agent ?? ''));
    await expect.poll(async () => (await desk.store.cases.find(caseId))?.status, patience).toBe('inProgress');
    await handle.signal(reportAttached, { report: reportRef({ submitterId: 'abc' }) });
    await expect.poll(async () => (await desk.store.cases.find(caseId))?.reportCount, patience).toBe(2);
    const order = { ...actionBy(agent ?? ''), publishes: true as const, resolutionId: 'solution' };
    expect((await handle.executeUpdate(resolve, { args: [order] })).news).toBeDefined();
    // Nobody publishes it: the case looks after ten seconds, and does.
    await untilRecorded(desk, caseId, { status: 'resolved' });
    expect(await handle.result()).toMatchObject({ status: 'closed' });
    await save('complaint-answered', handle);
    await save('rotation-answered', desk.client.workflow.getHandle(`rotation:${desk.deskId}:tier-1`));
  }));

it('a case that continues as new with news that nobody has published', () =>
  atDesk({}, async (desk) => {
    const { handle, caseId } = await startCase(desk, { continueAsNewAfterEvents: 20 });
    const { agentId: agent } = await untilRecorded(desk, caseId, { status: 'assigned' });
    const firstRun = desk.client.workflow.getHandle(handle.workflowId, handle.firstExecutionRunId);
    await handle.executeUpdate(acknowledge, { args: [{ ...actionBy(agent ?? ''), publishes: true }] });
    await untilRecorded(desk, caseId, { status: 'inProgress' });
    const isLaterRun = async () => (await handle.describe()).runId !== handle.firstExecutionRunId;
    await expect.poll(isLaterRun, patience).toBe(true);
    await save('complaint-answered-first-run', firstRun);
    await handle.terminate('end of the scenario');
  }));
