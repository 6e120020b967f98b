import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  acknowledge,
  publishingDoubted,
  resolve,
  takeTurn,
  turnGranted,
  withdraw,
} from '../../workflows/complaint/complaint-messages.ts';
import { act } from '../support/desk/answered-action.ts';
import { actionBy, startCase, untilRecorded } from '../support/desk/test-case.ts';
import { startSkippedTime } from '../support/desk/skipped-time.ts';
import { startTestDesk, type TestDesk } from '../support/desk/test-desk.ts';

/** Whoever is answered publishes (ADR 0031). One environment and one case at a time: skipped time is skipped for all. */
describe('news that are given to whom a case answers', () => {
  let environment: TestWorkflowEnvironment;
  let desk: TestDesk;
  beforeAll(async () => {
    environment = await startSkippedTime();
  });
  beforeEach(async () => {
    desk = await startTestDesk({ environment });
  });
  afterEach(() => desk.end());
  afterAll(async () => {
    await environment.teardown();
  });

  type Started = Awaited<ReturnType<typeof startCase>>;

  async function assignedCase() {
    const started = await startCase(desk);
    const { agentId } = await untilRecorded(desk, started.caseId, { status: 'assigned' });
    return { ...started, agent: agentId ?? '' };
  }

  const publishing = (agent: string) => ({ ...actionBy(agent), publishes: true as const });

  async function publications({ handle }: Pick<Started, 'handle'>): Promise<number> {
    const { events } = await handle.fetchHistory();
    return (events ?? []).filter(
      ({ activityTaskScheduledEventAttributes: scheduled }) => scheduled?.activityType?.name === 'publishCase',
    ).length;
  }

  const statusOf = async ({ caseId }: Pick<Started, 'caseId'>) => (await desk.store.cases.find(caseId))?.status;

  it('are published by nobody else when they are: a case to its resolution runs no activity of its own', async () => {
    const started = await assignedCase();
    await act(desk, started.handle, acknowledge, actionBy(started.agent));
    expect(await statusOf(started)).toBe('inProgress');
    await act(desk, started.handle, resolve, { ...actionBy(started.agent), resolutionId: 't' });
    expect(await statusOf(started)).toBe('resolved');
    await environment.sleep('30 seconds');
    expect(await publications(started)).toBe(0);

    const entries = await desk.store.timelines.ofCase(started.caseId, { afterNo: 0, limit: 10 });
    expect(entries.map(({ type }) => type)).toEqual(['received', 'assigned', 'acknowledged', 'resolved']);
    await started.handle.terminate('end of the test');
  });

  it('are published by the case some seconds later when they were not', async () => {
    const started = await assignedCase();
    const { news } = await started.handle.executeUpdate(acknowledge, { args: [publishing(started.agent)] });
    expect(news?.entries.map(({ type }) => type)).toEqual(['acknowledged']);
    expect(await statusOf(started)).toBe('assigned');
    await environment.sleep('11 seconds');
    await untilRecorded(desk, started.caseId, { status: 'inProgress' });
    expect(await publications(started)).toBe(1);
    await started.handle.terminate('end of the test');
  });

  const intending = (agent: string) => ({ ...publishing(agent), intentKept: true as const });

  it('are looked after by nobody here when it is kept elsewhere that they will be published', async () => {
    const started = await assignedCase();
    const { news } = await started.handle.executeUpdate(acknowledge, { args: [intending(started.agent)] });
    expect(news?.entries.map(({ type }) => type)).toEqual(['acknowledged']);
    const { historyLength } = await started.handle.describe();
    await environment.sleep('30 seconds');
    expect((await started.handle.describe()).historyLength).toBe(historyLength);

    await started.handle.signal(publishingDoubted, {});
    await untilRecorded(desk, started.caseId, { status: 'inProgress' });
    expect(await publications(started)).toBe(1);
    await started.handle.terminate('end of the test');
  });

  it('are published by nobody again when a doubt was wrong', async () => {
    const started = await assignedCase();
    await act(desk, started.handle, acknowledge, actionBy(started.agent));
    await environment.sleep('5 seconds');
    await started.handle.signal(publishingDoubted, {});
    const looks = async () => {
      const { events } = await started.handle.fetchHistory();
      return (events ?? []).filter(({ markerRecordedEventAttributes: marker }) => marker).length;
    };
    const before = await looks();
    await expect.poll(looks).toBeGreaterThan(before);
    await environment.sleep('15 seconds');
    expect(await publications(started)).toBe(0);
    await started.handle.terminate('end of the test');
  });

  it('are looked after from a doubt on: the action of who has given up may come later than the doubt', async () => {
    const started = await assignedCase();
    await started.handle.signal(publishingDoubted, {});
    await environment.sleep('1 second');
    await started.handle.executeUpdate(acknowledge, { args: [intending(started.agent)] });
    expect(await statusOf(started)).toBe('assigned');
    await environment.sleep('11 seconds');
    await untilRecorded(desk, started.caseId, { status: 'inProgress' });
    await started.handle.terminate('end of the test');
  });

  it("give the agent's place back, whoever publishes them", async () => {
    const started = await assignedCase();
    const order = { ...publishing(started.agent), resolutionId: 't' };
    await started.handle.executeUpdate(resolve, { args: [order] });
    const openCases = async () => {
      const rotation = await desk.store.rotations.find({ deskId: desk.deskId, tier: 'tier-1' });
      return rotation?.roster.find(({ agentId }) => agentId === started.agent)?.openCases;
    };
    expect(await openCases()).toBe(1);
    await environment.sleep('11 seconds');
    await expect.poll(openCases).toBe(0);
    await started.handle.terminate('end of the test');
  });

  it('are published by the case when the turn had come as a signal too: whoever brought it may have given up', async () => {
    const silent = await startTestDesk({
      environment,
      replace: { rotation: { dealTurns: () => Promise.resolve({ undeliverableRequestIds: [] }) } },
    });
    try {
      await silent.stopWorkers();
      const { caseId, handle } = await startCase(silent);
      const [agentId = ''] = silent.agents.tier1;
      const { deskId } = silent;
      const turn = { requestId: `${caseId}/tier-1/1`, tier: 'tier-1', agentId, seq: 1, deskId } as const;
      await handle.signal(turnGranted, turn);
      // Nobody does anything with the answer.
      const answer = handle.executeUpdate(takeTurn, { args: [turn] });
      await silent.startWorkers();
      expect((await answer).news?.entries.map(({ type }) => type)).toEqual(['received', 'assigned']);
      expect(await silent.store.cases.find(caseId)).toBeNull();
      await environment.sleep('11 seconds');
      await untilRecorded(silent, caseId, { status: 'assigned', agentId });
      await handle.terminate('end of the test');
    } finally {
      await silent.end();
    }
  });

  it('are given again to who repeats the action', async () => {
    const started = await assignedCase();
    const order = publishing(started.agent);
    const first = await started.handle.executeUpdate(acknowledge, { args: [order], updateId: 'first' });
    const again = await started.handle.executeUpdate(acknowledge, { args: [order], updateId: 'again' });
    expect(again.repeated).toBe(true);
    expect(again.news?.entries).toEqual(expect.arrayContaining(first.news?.entries ?? []));
    await started.handle.terminate('end of the test');
  });

  it('are not given when the case ends: it has told them itself', async () => {
    const started = await startCase(desk);
    await untilRecorded(desk, started.caseId, { status: 'assigned' });
    const order = { ...actionBy('xyz', 'submitter'), publishes: true as const, reasonId: 't' };
    const answer = await started.handle.executeUpdate(withdraw, { args: [order] });
    expect(answer.news).toBeUndefined();
    expect(await statusOf(started)).toBe('withdrawn');
    await started.handle.result();
  });
});
