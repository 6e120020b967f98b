import { describe, expect, it } from 'vitest';
import { nextReturnAt } from '../../../workflows/rotation/rotation-roster.ts';
import { rotate } from '../../../workflows/rotation/rotation-state.ts';
import type { RotationEvent, RotationState, TurnRequest } from '../../../workflows/rotation/rotation-types.ts';
import { emptyRotation } from './empty-rotation.ts';

const noon = Date.UTC(2026, 10, 24, 12);
const at = (hours: number) => new Date(noon + hours * 3_600_000).toISOString();

function request(id: string, overrides: Partial<TurnRequest> = {}): RotationEvent {
  const place = { workflowId: 'complaint:123:f', attempt: 1 };
  const wish = { excludedAgentIds: [], preferredAgentId: null, supersedes: null };
  return { type: 'turnRequested', request: { requestId: id, caseId: id, ...place, ...wish, ...overrides } };
}

/** A rotation through these events, all at `now`. */
function after(state: RotationState, events: RotationEvent[], now = noon) {
  const agents: string[] = [];
  const withdrawn: string[] = [];
  for (const event of events) {
    const rotated = rotate(state, event, now);
    state = rotated.state;
    agents.push(...rotated.grants.map(({ requestId, agentId, seq }) => `${requestId}→${agentId}#${seq}`));
    withdrawn.push(...rotated.withdrawals.map(({ requestId }) => requestId));
  }
  return { state, agents, withdrawn };
}

describe('a request that was given up before it came', () => {
  it('gets no turn, and still frees the place of the one that it replaces', () => {
    const given = after(emptyRotation(['a'], 1), [request('r1'), request('other')]);
    expect(given.agents).toEqual(['r1→a#1']);
    const late = request('r2', { supersedes: 'r1' });
    const { agents, state } = after(given.state, [{ type: 'released', requestId: 'r2' }, late]);
    expect(agents).toEqual(['other→a#2']);
    expect(state.assignments.map(({ requestId }) => requestId)).toEqual(['other']);
    expect(after(state, [late]).state).toBe(state);
  });
});

describe('an absence', () => {
  it('keeps its place in the rotation and is passed over', () => {
    const away: RotationEvent = { type: 'availabilityChanged', agentId: 'b', availability: 'away' };
    const there: RotationEvent = { type: 'availabilityChanged', agentId: 'b', availability: 'available' };
    const { agents } = after(emptyRotation(['a', 'b', 'c'], 9), [
      request('r1'),
      away,
      request('r2'),
      request('r3'),
      there,
      request('r4'),
      request('r5'),
    ]);
    expect(agents).toEqual(['r1→a#1', 'r2→c#2', 'r3→a#3', 'r4→b#4', 'r5→c#5']);
  });

  it('ends at its time and not before, and who waited is served at once', () => {
    const leave: RotationEvent = { type: 'availabilityChanged', agentId: 'a', availability: 'leave', until: at(2) };
    const { state } = after(emptyRotation(['a'], 9), [leave, request('r1')]);
    expect(nextReturnAt(state)).toBe(noon + 2 * 3_600_000);
    expect(after(state, [{ type: 'absencesEnded' }], noon + 7_199_999).agents).toEqual([]);
    const back = after(state, [{ type: 'absencesEnded' }], noon + 7_200_000);
    expect(back.agents).toEqual(['r1→a#1']);
    expect(back.state.roster[0]).toEqual({ agentId: 'a', availability: 'available', capacity: null, turns: 1 });
    expect(nextReturnAt(back.state)).toBeNull();
  });

  it('can be prolonged, shortened and made open-ended', () => {
    const until = (end: string | null): RotationEvent => ({
      type: 'availabilityChanged',
      agentId: 'a',
      availability: 'away',
      until: end,
    });
    const open = after(emptyRotation(['a'], 9), [until(at(2)), until(null)]).state;
    expect(nextReturnAt(open)).toBeNull();
    expect(after(open, [{ type: 'absencesEnded' }], noon * 2).state.roster[0]?.availability).toBe('away');
    const over = after(open, [until(at(-1))]).state;
    expect(over.roster[0]?.availability).toBe('available');
  });
});

describe('leave with handover', () => {
  const leave: RotationEvent = { type: 'availabilityChanged', agentId: 'a', availability: 'leave', handover: true };

  it('has each open case ask anew, one by one, and leaves the rest alone', () => {
    const before = after(emptyRotation(['a', 'b'], 9), [request('r1'), request('r2'), request('r3')]);
    const left = after(before.state, [leave]);
    expect(left).toMatchObject({ agents: [], withdrawn: ['r1', 'r3'] });
    // Until they have asked the cases stay where they are: a crash in between loses none of them.
    expect(left.state.assignments).toHaveLength(3);
    const excludedAgentIds = ['a'];
    const moved = after(left.state, [
      request('r1b', { supersedes: 'r1', excludedAgentIds }),
      request('r3b', { supersedes: 'r3', excludedAgentIds }),
    ]);
    expect(moved.agents).toEqual(['r1b→b#4', 'r3b→b#5']);
    expect(moved.state.assignments.map(({ agentId }) => agentId)).toEqual(['b', 'b', 'b']);
    expect(after(moved.state, [leave]).withdrawn).toEqual([]);
  });

  it('is also possible for somebody who is on the roster no more', () => {
    const gone: RotationEvent = { type: 'rosterChanged', agentIds: ['b'] };
    expect(after(emptyRotation(['a', 'b'], 9), [request('r1'), gone, leave]).withdrawn).toEqual(['r1']);
  });

  it('means nothing without leave, or for a leave that is over', () => {
    const none: RotationEvent[] = [
      { ...leave, availability: 'away' },
      { ...leave, handover: false },
      { ...leave, until: at(-1) },
    ];
    expect(after(emptyRotation(['a', 'b'], 9), [request('r1'), ...none]).withdrawn).toEqual([]);
  });
});

describe('a hand reassignment to a named agent', () => {
  it('takes no turn, heeds no capacity and no short absence', () => {
    const away: RotationEvent = { type: 'availabilityChanged', agentId: 'b', availability: 'away' };
    const { agents } = after(emptyRotation(['a', 'b', 'c'], 1), [
      request('r1'),
      request('r2'),
      away,
      request('r3', { namedAgentId: 'b', excludedAgentIds: ['b'] }),
      request('r4'),
    ]);
    expect(agents).toEqual(['r1→a#1', 'r2→b#2', 'r3→b#null', 'r4→c#3']);
  });

  it('becomes an ordinary turn when the agent is on leave or unknown', () => {
    const leave: RotationEvent = { type: 'availabilityChanged', agentId: 'a', availability: 'leave' };
    const { agents } = after(emptyRotation(['a', 'b'], 9), [
      leave,
      request('r1', { namedAgentId: 'a' }),
      request('r2', { namedAgentId: 'x' }),
    ]);
    expect(agents).toEqual(['r1→b#1', 'r2→b#2']);
  });
});

describe('a roster change', () => {
  it('counts only on the roster that its writer saw', () => {
    const start = emptyRotation(['a', 'b'], 9);
    const one: RotationEvent = { type: 'rosterChanged', agentIds: ['b', 'a', 'c'], expectedRosterVersion: 1 };
    const late: RotationEvent = { type: 'rosterChanged', agentIds: ['a'], expectedRosterVersion: 1 };
    const { state } = after(start, [one, late, one]);
    expect(state.roster.map(({ agentId }) => agentId)).toEqual(['b', 'a', 'c']);
    expect(state.rosterVersion).toBe(2);
  });

  it('that changes nothing leaves the version alone', () => {
    const same: RotationEvent = { type: 'rosterChanged', agentIds: ['a', 'b'] };
    expect(after(emptyRotation(['a', 'b'], 9), [same]).state.rosterVersion).toBeUndefined();
  });
});
