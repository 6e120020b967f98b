import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSkippedTime } from '../support/desk/skipped-time.ts';
import { startTestDesk, type TestDesk } from '../support/desk/test-desk.ts';
import { placesOf, startTestServer } from '../support/office-servers/test-server.ts';

// One environment and one server: skipped time is skipped for everyone in it.
let environment: TestWorkflowEnvironment;
let desk: TestDesk;
beforeAll(async () => {
  environment = await startSkippedTime();
  desk = await startTestDesk({ environment });
});
afterAll(async () => {
  await desk.end();
  await environment.teardown();
});

it('ends a lease exactly when its time is over, and the next begins its own then', async () => {
  const server = await startTestServer(desk);
  const { session } = await server.ask('a', { minutes: 60 });
  await server.ask('b', { minutes: 120 });
  await server.ask('c', { minutes: 30 });
  await environment.sleep('30 minutes');
  await server.extend('a', 30);
  // Past the first end, before the prolonged one.
  await environment.sleep('59 minutes');
  expect(placesOf(await server.until(({ lastToken }) => lastToken === 1))).toEqual({
    holders: ['a'],
    waiting: ['b', 'c'],
  });
  await environment.sleep('2 minutes');
  const second = await server.until(({ lastToken }) => lastToken === 2);
  expect(placesOf(second)).toEqual({ holders: ['b'], waiting: ['c'] });
  expect(await server.record('a')).toMatchObject({ state: 'ended', how: 'expired', endedBy: null });
  // Found by what was written just now: the time of the event is skipped time, far ahead of the clock.
  expect(await server.told('a')).toMatchObject([{ kind: 'leaseEnded', caseId: 'case-a' }]);
  expect((await server.told('b')).map(({ kind }) => kind)).toEqual(['leaseGranted']);
  const grantedAt = Date.parse(second.sessions[0]?.grantedAt ?? '');
  expect(grantedAt - Date.parse(session.grantedAt ?? '')).toBeGreaterThanOrEqual(90 * 60_000);
  expect(grantedAt - Date.parse(session.grantedAt ?? '')).toBeLessThan(91 * 60_000);
  expect(Date.parse(second.sessions[0]?.expiresAt ?? '') - grantedAt).toBe(120 * 60_000);
  // Days in which nobody does anything.
  await environment.sleep('3 days');
  const last = await server.until(({ sessions }) => sessions.length === 0);
  expect([last.lastToken, placesOf(last)]).toEqual([3, { holders: [], waiting: [] }]);
  await server.handle.terminate('end of the test');
});
