import { expect, it } from 'vitest';
import { acknowledge, reportAttached } from '../../workflows/complaint/complaint-messages.ts';
import { act } from '../support/desk/answered-action.ts';
import { actionBy, reportRef, startCase, untilRecorded } from '../support/desk/test-case.ts';
import { startTestDesk } from '../support/desk/test-desk.ts';

/**
 * More than the server keeps for a workflow task that is under way: beyond some hundred events it fails the task, whose
 * local activities are lost with it (and the SDK stumbles once or twice until it has read the history anew).
 */
const flood = 400;

it('a case that is flooded with reports while a local activity is slow goes on', { timeout: 120_000 }, async () => {
  let plans = 0;
  let endFlood = () => {};
  const flooded = new Promise<void>((resolve) => (endFlood = resolve));
  const planDeadlines = async (wanted: { from: number }[]) => {
    plans += 1;
    await flooded;
    return wanted.map(({ from }) => from + 3_600_000);
  };
  const desk = await startTestDesk({ replace: { complaint: { planDeadlines } } });
  try {
    const { handle, caseId } = await startCase(desk);
    await expect.poll(() => plans, { timeout: 20_000 }).toBe(1);
    const reports = Array.from({ length: flood }, () => reportRef({ submitterId: 'abc' }));
    await Promise.all(reports.map((report) => handle.signal(reportAttached, { report })));
    endFlood();

    const { agentId } = await untilRecorded(desk, caseId, { status: 'assigned' });
    await act(desk, handle, acknowledge, actionBy(agentId ?? ''));
    const found = () => desk.store.cases.find(caseId);
    await expect.poll(async () => (await found())?.reportCount, { timeout: 60_000 }).toBe(flood + 1);
    expect(await found()).toMatchObject({ status: 'inProgress', agentId });
    const { events } = await handle.fetchHistory();
    // What it is about has happened.
    expect((events ?? []).filter((event) => event.workflowTaskFailedEventAttributes)).not.toHaveLength(0);
    await handle.terminate('end of the test');
  } finally {
    await desk.end();
  }
});
