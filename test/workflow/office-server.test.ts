import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { getOfficeServer, limitChanged } from '../../workflows/office-server/office-server-messages.ts';
import type { OfficeServerInput } from '../../workflows/office-server/office-server-types.ts';
import { buildCaseView } from '../support/builders/case-view-builder.ts';
import { startTestDesk, type TestDesk } from '../support/desk/test-desk.ts';
import { placesOf, startTestServer, type TestServer } from '../support/office-servers/test-server.ts';

/** The code with which an update is refused. */
async function refusalOf(update: Promise<unknown>): Promise<string | null | undefined> {
  const error = await update.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof WorkflowUpdateFailedError)) throw new Error('not refused', { cause: error });
  return error.cause instanceof ApplicationFailure ? error.cause.type : null;
}

describe('an office server', () => {
  let desk: TestDesk;
  const servers: TestServer[] = [];
  const start = async (input?: Partial<OfficeServerInput>) => {
    const server = await startTestServer(desk, input);
    servers.push(server);
    return server;
  };
  beforeAll(async () => {
    desk = await startTestDesk();
  });
  afterAll(async () => {
    const current = servers.map(({ handle }) => desk.client.workflow.getHandle(handle.workflowId));
    await Promise.all(current.map((handle) => handle.terminate('end of the test')));
    await desk.end();
  });

  it('lets one in, tells the next who holds it, and grants to it by itself', async () => {
    const server = await start();
    const first = await server.ask('a');
    expect(first).toMatchObject({ position: null, session: { state: 'granted', token: 1, waited: false } });
    const second = await server.ask('b');
    const until = first.session.expiresAt;
    expect(second).toMatchObject({ position: 1, holders: [{ agentId: 'a', caseId: 'case-a', until }] });
    expect(await server.ask('b', { sessionId: 'another' })).toMatchObject({ session: second.session, position: 1 });
    expect(await server.record('b')).toMatchObject({ state: 'queued', waited: true });
    await server.end('a');
    expect(await server.record('a')).toMatchObject({ state: 'ended', how: 'released', endedBy: 'a' });
    expect(await server.record('b')).toMatchObject({ state: 'granted', token: 2, waited: true });
    // Who waited is told; who was let in at once knows it from the answer.
    expect(await server.told('b')).toMatchObject([{ kind: 'leaseGranted', caseId: 'case-b' }]);
    expect(await server.told('a')).toEqual([]);
    const view = await server.handle.query(getOfficeServer);
    expect(placesOf(view)).toEqual({ holders: ['b'], waiting: [] });
  });

  it('refuses what may not be, and says why', async () => {
    const server = await start();
    await server.ask('a');
    await server.ask('b');
    expect(await refusalOf(server.end('a', 'b'))).toBe('NotHolder');
    expect(await refusalOf(server.end('nobody'))).toBe('UnknownSession');
    expect(await refusalOf(server.extend('b', 10))).toBe('NotGranted');
    expect(await refusalOf(server.handle.executeUpdate('requestSession', { args: [{ minutes: -1 }] }))).toBe(
      'Malformed',
    );
    expect(await refusalOf(server.handle.executeUpdate('endSession'))).toBe('Malformed');
    await server.end('a', 'pengawas', 'perawatan');
    expect(await server.record('a')).toMatchObject({ how: 'revoked', endedBy: 'pengawas', reason: 'perawatan' });
    // Thrown out by somebody else: the agent hears of it, and of nobody's reason.
    const [ended, ...others] = await server.told('a');
    expect(ended).toMatchObject({ kind: 'leaseEnded', recipientId: 'a', caseId: 'case-a' });
    expect([others, JSON.stringify(ended).includes('perawatan')]).toEqual([[], false]);
    expect(await refusalOf(server.extend('a', 10))).toBe('SessionEnded');
  });

  it('prolongs a lease once for each wish', async () => {
    const server = await start();
    const { session } = await server.ask('a');
    await server.extend('a', 15, 'same');
    const { session: again } = await server.extend('a', 15, 'same');
    expect(Date.parse(again.expiresAt ?? '') - Date.parse(session.expiresAt ?? '')).toBe(15 * 60_000);
  });

  it('lets go with the case, and serves no request that was on its way then', async () => {
    const server = await start();
    await server.ask('a', { caseVersion: 3 });
    await server.ask('b', { caseVersion: 3 });
    await server.ask('c', { caseVersion: 3 });
    await server.leave('b', 5);
    await server.leave('a', 5);
    const view = await server.until(({ lastToken }) => lastToken === 2);
    expect(placesOf(view)).toEqual({ holders: ['c'], waiting: [] });
    expect(await server.record('b')).toMatchObject({ how: 'caseLeft', token: null });
    expect(await refusalOf(server.ask('a', { caseVersion: 4, sessionId: 'late' }))).toBe('CaseLeft');
    // An office where no server's workflow runs: nothing to do.
    await desk.engine.caseLeft({ officeId: 'x', serverIds: ['y'], caseId: 'z', agentId: 'a', caseVersion: 1 });
  });

  it('gives up a lease whose case had left before the workflow ran at all', async () => {
    const server = await start();
    await desk.store.cases.record(buildCaseView({ caseId: 'case-d', agentId: 'e', status: 'assigned', version: 8 }));
    expect(await refusalOf(server.ask('d', { caseVersion: 7 }))).toBe('CaseLeft');
    const view = await server.until(({ sessions }) => sessions.length === 0);
    expect(view.lastToken).toBe(1);
    expect(await server.record('d')).toMatchObject({ state: 'ended', how: 'caseLeft' });
  });

  it('throws nobody out when its limit falls, and lets nobody in until the count is below it', async () => {
    const server = await start({ limit: 2 });
    for (const agent of ['a', 'b', 'c']) await server.ask(agent);
    await server.handle.signal(limitChanged, { limit: 1 });
    const lowered = await server.until(({ limit }) => limit === 1);
    expect(placesOf(lowered)).toEqual({ holders: ['a', 'b'], waiting: ['c'] });
    // A supervisor sees it, and decides who has to go, here from the Temporal UI while no API runs.
    await server.handle.signal('revoke', { sessionId: lowered.sessions[0]?.sessionId, actorId: 'pengawas' });
    expect(placesOf(await server.until(({ sessions }) => sessions.length === 1))).toEqual({
      holders: ['b'],
      waiting: ['c'],
    });
    await server.end('b');
    expect(placesOf(await server.until(({ lastToken }) => lastToken === 3)).holders).toEqual(['c']);
  });

  it('is no business of a malformed message', async () => {
    const server = await start();
    await server.handle.signal('caseLeft');
    await server.handle.signal('caseLeft', { caseId: 7 });
    await server.handle.signal('limitChanged', { limit: 'many' });
    await server.handle.signal('revoke', { sessionId: '\0', actorId: 'x' });
    await server.handle.signal('nonsense', 'x');
    expect((await server.ask('a')).session.state).toBe('granted');
  });

  it('continues as new without losing a lease, a place, a token or what it remembers', async () => {
    const server = await start({ limit: 2, continueAsNewAfterEvents: 60 });
    const firstRun = (await server.handle.describe()).runId;
    await server.ask('keeps', { minutes: 200 });
    await server.leave('gone', 5);
    for (let n = 0; n < 20; n += 1) {
      await server.ask(`x${n}`);
      await server.ask(`y${n}`);
      await server.end(`x${n}`);
      await server.end(`y${n}`);
    }
    await server.ask('holds');
    await server.ask('waits');
    await vi.waitUntil(async () => (await server.handle.describe()).runId !== firstRun, 20_000);
    const view = await server.until(({ lastToken }) => lastToken === 42);
    expect(placesOf(view)).toEqual({ holders: ['keeps', 'holds'], waiting: ['waits'] });
    expect(view.sessions.map(({ token }) => token)).toEqual([1, 42]);
    expect(await refusalOf(server.ask('gone', { caseVersion: 4 }))).toBe('CaseLeft');
    expect(await refusalOf(server.ask('x0'))).toBe('SessionEnded');
  });

  it('goes on from what was last recorded when its workflow was lost', async () => {
    const server = await start();
    await server.ask('a');
    await server.ask('b');
    const recorded = await server.until(({ queue }) => queue.length === 1);
    await server.handle.terminate('lost');
    const args = [{ officeId: desk.officeId, serverId: server.serverId, limit: 2, state: recorded.state }];
    await desk.client.workflow.start('officeServer', {
      workflowId: server.handle.workflowId,
      taskQueue: desk.queues.complaint,
      args,
    });
    const view = await server.until(({ lastToken }) => lastToken === 2);
    expect(placesOf(view).holders).toEqual(['a', 'b']);
  });
});
