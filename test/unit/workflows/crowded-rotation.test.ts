import { describe, expect, it } from 'vitest';
import { rotate } from '../../../workflows/rotation/rotation-state.ts';
import type { RotationEvent, RotationState, TurnRequest } from '../../../workflows/rotation/rotation-types.ts';
import { emptyRotation } from './empty-rotation.ts';

const people = Array.from({ length: 24 }, (_, index) => `petugas-${index}`);

function requestOf(no: number): TurnRequest {
  const caseId = `case-${no}`;
  const wish = { excludedAgentIds: [], preferredAgentId: null, supersedes: null };
  return { requestId: `${caseId}/tier-1/1`, caseId, workflowId: `complaint:123:${no}`, attempt: 1, ...wish };
}

const asked = (no: number): RotationEvent => ({ type: 'turnRequested', request: requestOf(no) });

function fed(state: RotationState, events: RotationEvent[]) {
  const grants = [];
  for (const event of events) {
    const rotated = rotate(state, event, 0);
    state = rotated.state;
    grants.push(...rotated.grants);
  }
  return { state, grants };
}

/** How many reads of a property of those who wait, or of those who have cases, an event costs. */
function readsOf(state: RotationState, event: RotationEvent): number {
  let reads = 0;
  const counted = <Row extends object>(row: Row): Row =>
    new Proxy(row, {
      get(target, name, receiver) {
        reads += 1;
        return Reflect.get(target, name, receiver) as unknown;
      },
    });
  const watched = { ...state, assignments: state.assignments.map(counted), waiting: state.waiting.map(counted) };
  rotate(watched, event, 0);
  return reads;
}

describe('a desk of 24 with five cases each and thousands waiting', () => {
  const { grants, state } = fed(
    emptyRotation(people, 5),
    Array.from({ length: 4_120 }, (_, no) => asked(no)),
  );

  it('has dealt what there is room for, and the rest waits in order', () => {
    expect(grants.map(({ seq }) => seq)).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
    expect(state.waiting.map(({ caseId }) => caseId)).toEqual(
      Array.from({ length: 4_000 }, (_, index) => `case-${120 + index}`),
    );
  });

  it.each<[string, RotationEvent, number]>([
    ['one more that asks', asked(9_999), 2],
    ['a place that is given back', { type: 'released', requestId: requestOf(7).requestId }, 4],
    ['somebody who goes', { type: 'availabilityChanged', agentId: 'petugas-3', availability: 'away' }, 2],
  ])('looks at each a few times for %s', (_name, event, most) => {
    expect(readsOf(state, event)).toBeLessThan(most * (state.waiting.length + state.assignments.length));
  });

  it('gives each place that is given back to whoever waits longest', () => {
    const given = fed(
      state,
      Array.from({ length: 50 }, (_, no) => ({ type: 'released', requestId: requestOf(no).requestId })),
    );
    expect(given.grants.map(({ caseId }) => caseId)).toEqual(
      Array.from({ length: 50 }, (_, index) => `case-${120 + index}`),
    );
    expect(given.grants.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, index) => 121 + index));
  });
});
