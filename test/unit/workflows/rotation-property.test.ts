import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextEligibleIndex, openCasesOf } from '../../../workflows/rotation/rotation-room.ts';
import { rotate } from '../../../workflows/rotation/rotation-state.ts';
import type { RotationEvent, RotationState, TurnRequest } from '../../../workflows/rotation/rotation-types.ts';
import { RotationModel } from '../../../dev/simulation/checks/rotation-model.ts';
import { emptyRotation } from './empty-rotation.ts';

const people = ['a', 'b', 'c', 'd', 'e', 'f'];
const person = fc.constantFrom(...people);
const requestId = fc.integer({ min: 1, max: 40 }).map((n) => `case-${n}/tier-1/1`);

const request: fc.Arbitrary<TurnRequest> = fc
  .record({
    requestId,
    caseId: fc.constant('case'),
    workflowId: fc.constant('complaint:123:f'),
    attempt: fc.constant(1),
    excludedAgentIds: fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, fc.array(person, { maxLength: 2 })),
    preferredAgentId: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, person),
    // Missing in requests of 0.1.0.
    namedAgentId: fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, fc.constant(null), person),
    supersedes: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, requestId),
  })
  .filter((wish) => wish.supersedes !== wish.requestId);

const event: fc.Arbitrary<RotationEvent> = fc.oneof(
  { weight: 6, arbitrary: request.map((wish): RotationEvent => ({ type: 'turnRequested', request: wish })) },
  { weight: 3, arbitrary: requestId.map((id): RotationEvent => ({ type: 'released', requestId: id })) },
  fc.record(
    {
      type: fc.constant('availabilityChanged' as const),
      agentId: person,
      availability: fc.constantFrom('available' as const, 'away' as const, 'leave' as const),
      until: fc.option(fc.integer({ min: 0, max: 200 }).map((minute) => new Date(minute * 60_000).toISOString())),
      handover: fc.boolean(),
    },
    { requiredKeys: ['type', 'agentId', 'availability'] },
  ),
  fc.constant<RotationEvent>({ type: 'absencesEnded' }),
  fc.record(
    {
      type: fc.constant('rosterChanged' as const),
      agentIds: fc.array(person, { maxLength: 7 }),
      expectedRosterVersion: fc.integer({ min: 1, max: 4 }),
    },
    { requiredKeys: ['type', 'agentIds'] },
  ),
  fc.record({
    type: fc.constant('rosterAmended' as const),
    joined: fc.array(person, { maxLength: 2 }),
    left: fc.array(person, { maxLength: 2 }),
  }),
  fc.record(
    {
      type: fc.constant('capacityChanged' as const),
      agentId: person,
      capacity: fc.option(fc.integer({ min: 0, max: 3 })),
    },
    { requiredKeys: ['type', 'capacity'] },
  ),
);

describe('the rotation', () => {
  it('deals as the plain model does, through any interleaving and continue-as-new', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 120 }), fc.integer({ min: 1, max: 3 }), (events, capacity) => {
        const start = people.slice(0, 4);
        const model = new RotationModel(start, capacity);
        let state = emptyRotation(start, capacity);
        const numbers: number[] = [];
        const holderOf = new Map<string, string>();
        for (const [minute, each] of events.entries()) {
          const now = minute * 60_000;
          const rotated = rotate(state, each, now);
          // Continue-as-new: whatever a rotation knows survives as JSON.
          state = JSON.parse(JSON.stringify(rotated.state)) as RotationState;
          expect(state).toEqual(rotated.state);
          const grants = rotated.grants.map(({ requestId: id, agentId, seq }) => ({ requestId: id, agentId, seq }));
          expect(grants).toEqual(model.feed(each, now));
          expect(rotated.withdrawals.map(({ requestId: id }) => id).sort()).toEqual(model.withdrawn.sort());
          for (const { requestId: id, agentId, seq } of grants) {
            // Nobody gets a request that somebody else holds.
            expect(holderOf.get(id) ?? agentId).toBe(agentId);
            if (seq !== null && !holderOf.has(id)) numbers.push(seq);
            holderOf.set(id, agentId);
          }
          expectNobodyIsLeftWaiting(state);
          expect(state.waiting.map((waiting) => waiting.requestId)).toEqual(model.queue.map((wish) => wish.requestId));
        }
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
        expect(state.seq).toBe(numbers.length);
      }),
      { numRuns: 1500 },
    );
  });

  it('deals a b c a b c while everyone is there', () => {
    let state = emptyRotation(['a', 'b', 'c'], 99);
    const dealt = Array.from({ length: 200 }, (_, index) => {
      const rotated = rotate(state, { type: 'turnRequested', request: wish(`case-${index}`) }, 0);
      state = rotated.state;
      return rotated.grants[0]?.agentId;
    });
    expect(dealt).toEqual(dealt.map((_, index) => ['a', 'b', 'c'][index % 3]));
  });

  it('serves the oldest who waits first when somebody comes back', () => {
    let state = rotate(
      emptyRotation(['a'], 1),
      { type: 'availabilityChanged', agentId: 'a', availability: 'away' },
      0,
    ).state;
    for (const id of ['case-1', 'case-2']) state = rotate(state, { type: 'turnRequested', request: wish(id) }, 0).state;
    const back = rotate(state, { type: 'availabilityChanged', agentId: 'a', availability: 'available' }, 0);
    expect(back.grants.map((grant) => grant.caseId)).toEqual(['case-1']);
    const freed = rotate(back.state, { type: 'released', requestId: 'case-1' }, 0);
    expect(freed.grants.map((grant) => grant.caseId)).toEqual(['case-2']);
  });

  it('never serves every other one of four or six', () => {
    for (const size of [4, 6]) {
      let state = emptyRotation(people.slice(0, size), 99);
      for (let n = 0; n < size * 3; n += 1) {
        state = rotate(state, { type: 'turnRequested', request: wish(`case-${n}`) }, 0).state;
      }
      expect(state.roster.map((agent) => agent.turns)).toEqual(people.slice(0, size).map(() => 3));
    }
  });
});

function wish(id: string): TurnRequest {
  return {
    requestId: id,
    caseId: id,
    workflowId: 'complaint:123:f',
    attempt: 1,
    excludedAgentIds: [],
    preferredAgentId: null,
    supersedes: null,
  };
}

function expectNobodyIsLeftWaiting(state: RotationState): void {
  const open = openCasesOf(state);
  for (const waiting of state.waiting) expect(nextEligibleIndex(state, waiting, open)).toBe(-1);
}
