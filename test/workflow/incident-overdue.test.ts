import type { Connection } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { addSearchAttributes } from '../../worker/search-attributes.ts';
import { buildUser } from '../support/builders/user-builder.ts';
import { startCase, untilRecorded } from '../support/desk/test-case.ts';
import { startTestDesk, type TestDesk } from '../support/desk/test-desk.ts';
import { startTestIncident } from '../support/incidents/test-incident.ts';

// One environment and one incident: skipped time is skipped for everyone in it.
let environment: TestWorkflowEnvironment;
let desk: TestDesk;
beforeAll(async () => {
  const path = inject('timeSkippingServerPath');
  environment = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
  await addSearchAttributes(environment.connection as Connection, 'default');
  desk = await startTestDesk({ environment, settings: { resolveTier2Within: 'PT2H' } });
});
afterAll(async () => {
  await desk.end();
  await environment.teardown();
});

it('is overdue after what tier 2 is allowed, and again each such time; its cases wait with it and pass no deadline', async () => {
  const { deskId, store } = desk;
  await store.users.insert(
    buildUser({ userId: 'pengawas-1', username: 'pengawas-1', role: 'supervisor', deskId, tier: null }),
  );
  const incident = await startTestIncident(desk);
  const { caseId, read } = await startCase(desk, { incident: incident.ref });
  await untilRecorded(desk, caseId, { status: 'received' });
  const dueAt = (await incident.until((view) => view.dueAt !== null)).dueAt;
  expect(Date.parse(dueAt ?? '') - Date.parse((await incident.read())?.openedAt ?? '')).toBe(2 * 3_600_000);
  await environment.sleep('119 minutes');
  expect(await incident.read()).toMatchObject({ overdue: false });
  await environment.sleep('2 minutes');
  await incident.until(({ overdue }) => overdue);
  await environment.sleep('4 hours');
  const told = async () =>
    (await store.notifications.list('pengawas-1', { now: new Date(Date.now() + 86_400_000).toISOString(), limit: 50 }))
      .items;
  await expect.poll(async () => (await told()).length).toBe(3);
  expect((await told())[0]).toMatchObject({ kind: 'incidentOverdue', incidentId: incident.incidentId });
  expect(await read()).toMatchObject({
    status: 'received',
    tier: 'tier-1',
    overdue: false,
    attempt: 0,
    resolveBy: null,
  });
  await incident.resolve();
  await untilRecorded(desk, caseId, { status: 'resolved' });
  await incident.handle.result();
});
