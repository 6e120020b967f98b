import { describe, expect, it } from 'vitest';
import { emptyServer, lease } from '../../../workflows/office-server/office-server-state.ts';
import { officeServerDetails, standingOf } from '../../../workflows/office-server/office-server-view.ts';
import type { OfficeServerEvent, OfficeServerState } from '../../../workflows/office-server/office-server-types.ts';

const minute = 60_000;
const supervisor = { id: 'pengawas', role: 'supervisor' as const };

class Server {
  state: OfficeServerState;
  now = 0;

  constructor(limit: number) {
    this.state = emptyServer({ officeId: '123', serverId: 'srv-123', limit });
  }

  feed(event: OfficeServerEvent) {
    const leased = lease(this.state, event, this.now);
    if (leased.outcome !== 'refused') this.state = leased.state;
    return leased;
  }

  /** The agent asks for half an hour, for a case of their own. */
  ask(agentId: string, caseVersion = 1, sessionId = `s-${agentId}`) {
    const request = { sessionId, caseId: `case-${agentId}`, agentId, caseVersion, minutes: 30 };
    return this.feed({ type: 'requested', request });
  }

  end(sessionId: string, actor: { id: string; role: 'agent' | 'supervisor' }, reason: string | null = null) {
    return this.feed({ type: 'ended', action: { sessionId, actor }, reason });
  }

  extend(agentId: string, minutes: number, actionId: string) {
    const action = { sessionId: `s-${agentId}`, actor: { id: agentId, role: 'agent' as const } };
    return this.feed({ type: 'extended', action, minutes, actionId });
  }

  get holders() {
    return this.state.leases.map(({ agentId, token }) => [agentId, token]);
  }

  get waiting() {
    return this.state.queue.map(({ agentId }) => agentId);
  }
}

describe('a session on an office server', () => {
  it('is granted while there is room, and waits in turn when there is none', () => {
    const server = new Server(1);
    server.ask('a');
    server.ask('b');
    server.ask('c');
    expect([server.holders, server.waiting]).toEqual([[['a', 1]], ['b', 'c']]);
    const standing = standingOf(server.state, ({ agentId }) => agentId === 'c');
    expect(standing).toMatchObject({
      position: 2,
      session: { state: 'queued', waited: true },
      holders: [{ agentId: 'a', caseId: 'case-a', until: '1970-01-01T00:30:00.000Z' }],
    });
    server.end('s-a', { id: 'a', role: 'agent' });
    expect([server.holders, server.waiting]).toEqual([[['b', 2]], ['c']]);
  });

  it('is the same one when it is asked for again, by id or by case and agent', () => {
    const server = new Server(1);
    server.ask('a');
    expect(server.ask('a').outcome).toBe('unchanged');
    expect(server.ask('a', 1, 'another-id').outcome).toBe('unchanged');
    expect(server.ask('b', 1, 's-a')).toMatchObject({ outcome: 'refused', refusal: { code: 'SessionIdTaken' } });
    server.end('s-a', { id: 'a', role: 'agent' });
    expect(server.ask('a')).toMatchObject({ refusal: { code: 'SessionEnded', how: 'released' } });
  });

  it('ends when its time is over, before anybody else is served', () => {
    const server = new Server(1);
    server.ask('a');
    server.now = 30 * minute;
    const leased = server.ask('b');
    expect(leased).toMatchObject({
      news: [
        { agentId: 'a', how: 'expired' },
        { agentId: 'b', state: 'granted' },
      ],
    });
    expect(server.holders).toEqual([['b', 2]]);
    expect(server.extend('a', 10, 'x')).toMatchObject({ refusal: { code: 'SessionEnded', how: 'expired' } });
  });

  it('can be prolonged by its holder, each wish once, up to a working day', () => {
    const server = new Server(1);
    server.ask('a');
    server.extend('a', 15, 'x');
    server.extend('a', 15, 'x');
    expect(server.state.leases[0]?.expiresAt).toBe(45 * minute);
    server.extend('a', 1000, 'y');
    expect(server.state.leases[0]?.expiresAt).toBe(480 * minute);
    expect(server.extend('a', 1, 'z')).toMatchObject({ refusal: { code: 'LeaseTooLong' } });
    server.ask('b');
    expect(server.extend('b', 1, 'w')).toMatchObject({ refusal: { code: 'NotGranted' } });
    expect(server.extend('nobody', 1, 'w')).toMatchObject({ refusal: { code: 'UnknownSession' } });
  });

  it('is ended only by its agent or a supervisor, who says why', () => {
    const server = new Server(1);
    server.ask('a');
    expect(server.end('s-a', { id: 'b', role: 'agent' })).toMatchObject({ refusal: { code: 'NotHolder' } });
    const revoked = server.end('s-a', supervisor, 'perawatan');
    expect(revoked).toMatchObject({ news: [{ how: 'revoked', endedBy: 'pengawas', reason: 'perawatan' }] });
    // Again: the aim is reached already.
    expect(server.end('s-a', supervisor, 'perawatan').outcome).toBe('unchanged');
    expect(server.end('s-a', { id: 'b', role: 'agent' })).toMatchObject({ refusal: { code: 'NotHolder' } });
  });

  it('goes with its case, and only with the stay that it belongs to', () => {
    const server = new Server(1);
    server.ask('a', 3);
    server.ask('b', 3);
    const left = (agentId: string | null, caseVersion: number | null, caseId = 'case-a') =>
      server.feed({ type: 'caseLeft', left: { caseId, agentId, caseVersion } });
    // News of an earlier stay, late.
    left('a', 3);
    expect(server.holders).toEqual([['a', 1]]);
    left('b', 5);
    expect(server.holders).toEqual([['a', 1]]);
    expect(left('a', 5)).toMatchObject({
      news: [
        { agentId: 'a', how: 'caseLeft' },
        { agentId: 'b', token: 2 },
      ],
    });
    // A request that was on its way while the case left.
    expect(server.ask('a', 4, 'late')).toMatchObject({ refusal: { code: 'CaseLeft' } });
    // The case is back with the same agent.
    expect(server.ask('a', 7, 'back').outcome).toBe('changed');
    left(null, null);
    expect(server.waiting).toEqual([]);
  });

  it('survives a limit below the live count; nobody comes in until the count is below it', () => {
    const server = new Server(2);
    for (const agent of ['a', 'b', 'c']) server.ask(agent);
    server.feed({ type: 'limitChanged', limit: 1 });
    expect([server.holders.length, server.waiting]).toEqual([2, ['c']]);
    expect(officeServerDetails(server.state)).toContain('over the limit');
    server.end('s-a', supervisor, 'batas diturunkan');
    expect([server.holders, server.waiting]).toEqual([[['b', 2]], ['c']]);
    server.end('s-b', { id: 'b', role: 'agent' });
    expect(server.holders).toEqual([['c', 3]]);
    server.feed({ type: 'limitChanged', limit: 0 });
    server.ask('d');
    expect(server.waiting).toEqual(['d']);
    server.feed({ type: 'limitChanged', limit: 5 });
    expect(server.holders.length).toBe(2);
  });

  it('forgets ended ones after a while, so that a server can run for years', () => {
    const server = new Server(1);
    for (let n = 0; n < 600; n += 1) {
      server.ask('a', 1, `s-${n}`);
      server.end(`s-${n}`, { id: 'a', role: 'agent' });
      server.feed({ type: 'caseLeft', left: { caseId: `case-${n}`, agentId: 'z', caseVersion: 1 } });
    }
    expect([server.state.ended.length, server.state.left.length, server.state.lastToken]).toEqual([500, 500, 600]);
  });
});
