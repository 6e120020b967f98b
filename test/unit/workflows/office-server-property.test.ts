import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLeft, longestLeaseMinutes } from '../../../workflows/office-server/office-server-refusal.ts';
import { emptyServer, lease } from '../../../workflows/office-server/office-server-state.ts';
import type {
  OfficeServerEvent,
  OfficeServerState,
  SessionRecord,
} from '../../../workflows/office-server/office-server-types.ts';

const agents = ['a', 'b', 'c', 'd', 'e'];
const agentId = fc.constantFrom(...agents);
const caseId = fc.integer({ min: 1, max: 6 }).map((n) => `case-${n}`);
const sessionId = fc.integer({ min: 1, max: 30 }).map((n) => `session-${n}`);
const caseVersion = fc.integer({ min: 1, max: 9 });
const minutes = fc.integer({ min: 1, max: 90 });
const actor = fc.oneof(
  agentId.map((id) => ({ id, role: 'agent' as const })),
  fc.constant({ id: 'pengawas', role: 'supervisor' as const }),
);
const action = fc.record({ sessionId, actor });

const event: fc.Arbitrary<OfficeServerEvent> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant('requested' as const),
      request: fc.record({ sessionId, caseId, agentId, caseVersion, minutes }),
    }),
  },
  fc.record({
    type: fc.constant('extended' as const),
    action,
    minutes,
    actionId: fc.integer({ min: 1, max: 20 }).map((n) => `action-${n}`),
  }),
  { weight: 2, arbitrary: fc.record({ type: fc.constant('ended' as const), action, reason: fc.constant(null) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('caseLeft' as const),
      left: fc.record({ caseId, agentId: fc.option(agentId), caseVersion: fc.option(caseVersion) }),
    }),
  },
  fc.record({ type: fc.constant('limitChanged' as const), limit: fc.integer({ min: 0, max: 3 }) }),
  fc.constant({ type: 'timePassed' as const }),
);

const step = fc.record({ event, pause: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 * 60_000 })) });

/** What must hold whatever happened; `before` is the state that the event met. */
function expectOrder(before: OfficeServerState, after: OfficeServerState, news: SessionRecord[], now: number): void {
  const live = after.leases.length;
  // Never more than N; a lowered limit throws nobody out and lets nobody in.
  const granted = after.leases.filter(({ token }) => token > before.lastToken);
  expect(live <= after.limit || granted.length === 0).toBe(true);
  // Nobody waits while there is room.
  expect(after.queue.length === 0 || live >= after.limit).toBe(true);
  // Tokens rise, also over those who have left; leases stand in their order.
  expect(after.lastToken).toBeGreaterThanOrEqual(before.lastToken);
  expect(after.leases.map(({ token }) => token)).toEqual(
    [...new Set(after.leases.map(({ token }) => token))].sort((x, y) => x - y),
  );
  // No lease outlives its time.
  for (const each of after.leases) {
    expect(each.expiresAt).toBeGreaterThan(now);
    expect(each.expiresAt - each.grantedAt).toBeLessThanOrEqual(longestLeaseMinutes * 60_000);
  }
  // First come, first served: who waits, waits in the same order, and was granted from the head.
  const waitingBefore = before.queue.map((each) => each.sessionId);
  const waitingAfter = after.queue.map((each) => each.sessionId);
  expect(waitingAfter.filter((id) => waitingBefore.includes(id))).toEqual(
    waitingBefore.filter((id) => waitingAfter.includes(id)),
  );
  const fromQueue = news.filter(({ state, sessionId: id }) => state === 'granted' && waitingBefore.includes(id));
  for (const { sessionId: id } of fromQueue) {
    const ahead = waitingBefore.slice(0, waitingBefore.indexOf(id));
    expect(ahead.filter((each) => waitingAfter.includes(each))).toEqual([]);
  }
  // One session for an agent and a case.
  const pairs = [...after.leases, ...after.queue].map((each) => `${each.caseId}/${each.agentId}`);
  expect(new Set(pairs).size).toBe(pairs.length);
}

/** Nobody goes without a word: every session that is gone has news that says how. */
function expectNobodyVanishes(before: OfficeServerState, after: OfficeServerState, news: SessionRecord[]): void {
  const present = new Set([...after.leases, ...after.queue].map((each) => each.sessionId));
  const gone = [...before.leases, ...before.queue].map((each) => each.sessionId).filter((id) => !present.has(id));
  const told = news.filter(({ state }) => state === 'ended').map((each) => each.sessionId);
  expect([...told].sort()).toEqual([...gone].sort());
}

describe('the sessions of an office server', () => {
  it('keep their order through any interleaving and continue-as-new', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 100 }), fc.integer({ min: 1, max: 3 }), (steps, limit) => {
        let state = emptyServer({ officeId: '123', serverId: 'srv-123', limit });
        let now = 1_000;
        for (const { event: each, pause } of steps) {
          now += pause;
          const before = state;
          const frozen = JSON.stringify(before);
          const leased = lease(before, each, now);
          expect(JSON.stringify(before)).toBe(frozen);
          if (leased.outcome === 'refused') continue;
          // Continue-as-new: whatever a server knows survives as JSON.
          state = JSON.parse(JSON.stringify(leased.state)) as OfficeServerState;
          expect(state).toEqual(leased.state);
          expect(state.version - before.version).toBe(leased.outcome === 'changed' ? 1 : 0);
          expectOrder(before, state, leased.news, now);
          expectNobodyVanishes(before, state, leased.news);
          if (each.type === 'caseLeft') {
            expect([...state.leases, ...state.queue].filter((session) => isLeft(each.left, session))).toEqual([]);
          }
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('never serve a case that has left, however late the request comes', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), caseId, agentId, caseVersion, (steps, left, agent, version) => {
        let state = emptyServer({ officeId: '123', serverId: 'srv-123', limit: 2 });
        const feed = (each: OfficeServerEvent) => {
          const leased = lease(state, each, 0);
          if (leased.outcome !== 'refused') state = leased.state;
        };
        feed({ type: 'caseLeft', left: { caseId: left, agentId: agent, caseVersion: version } });
        for (const { event: each } of steps) feed(each);
        const stale = [...state.leases, ...state.queue].filter(
          (each) => each.caseId === left && each.agentId === agent && each.caseVersion < version,
        );
        expect(stale).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
