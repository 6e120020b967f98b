import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { acknowledge } from '../../workflows/complaint/complaint-messages.ts';
import { buildUser } from '../support/builders/user-builder.ts';
import { actionBy, startCase, untilRecorded } from '../support/desk/test-case.ts';
import { startComplaintStack, type ComplaintStack } from '../support/complaints/complaint-stack.ts';

const patience = { timeout: 20_000, interval: 100 };

describe('deadlines when the settings change', () => {
  let stack: ComplaintStack;
  beforeAll(async () => {
    stack = await startComplaintStack({ tier1: 3 });
    const admin = buildUser({ userId: `admin-${stack.desk.deskId}`, role: 'admin', deskId: null, tier: null });
    await stack.desk.store.users.insert({ ...admin, username: admin.userId });
  });
  afterAll(() => stack.end());

  it('are planned again from where they began, for every open case, also without a worker at first', async () => {
    const { desk } = stack;
    const cases = await Promise.all([startCase(desk), startCase(desk), startCase(desk)]);
    const before = await Promise.all(cases.map(({ caseId }) => untilRecorded(desk, caseId, { status: 'assigned' })));
    const admin = await stack.as(`admin-${desk.deskId}`);
    await desk.stopWorkers();
    const settings = { resolveTier1Within: 'PT30M', acknowledgeWithin: 'PT20M' };
    expect(await admin.put(`/v1/desks/${desk.deskId}/settings`, settings)).toMatchObject({ status: 200 });
    await desk.startWorkers();
    for (const [index, { caseId }] of cases.entries()) {
      const shortened = (by: string | null | undefined, minutes: number) =>
        new Date(Date.parse(by ?? '') - minutes * 60_000).toISOString();
      await vi.waitFor(async () => {
        expect(await desk.store.cases.find(caseId)).toMatchObject({
          resolveBy: shortened(before[index]?.resolveBy, 90),
          acknowledgeBy: shortened(before[index]?.acknowledgeBy, 40),
        });
      }, patience);
    }
    await Promise.all(cases.map(({ handle }) => handle.terminate('end of the test')));
  });

  it('pass at once, and once, when they would be over by now', async () => {
    const { desk } = stack;
    const { handle, caseId } = await startCase(desk);
    const { agentId } = await untilRecorded(desk, caseId, { status: 'assigned' });
    await handle.executeUpdate(acknowledge, { args: [actionBy(agentId ?? '')] });
    const admin = await stack.as(`admin-${desk.deskId}`);
    const change = { resolveTier1Within: 'PT0.1S', resolveTier2Within: 'P30D' };
    for (let times = 0; times < 3; times += 1) {
      expect(await admin.put(`/v1/desks/${desk.deskId}/settings`, change)).toMatchObject({ status: 200 });
    }
    await untilRecorded(desk, caseId, { status: 'assigned', agentId: desk.agents.tier2[0] });
    const entries = await desk.store.timelines.ofCase(caseId, { afterNo: 0, limit: 100 });
    expect(entries.map(({ type }) => type)).toEqual(['received', 'assigned', 'acknowledged', 'escalated', 'assigned']);
    await handle.terminate('end of the test');
  });
});
