import { describe, expect, it } from 'vitest';
import { chained, chainStart, entryHash } from '../../../workflows/kernel/timeline-chain.ts';
import type { TimelineEntry } from '../../../workflows/kernel/timeline-types.ts';

const actor = { id: 'petugas-a', role: 'agent' as const };

function chainOf(...types: string[]): TimelineEntry[] {
  let head = chainStart;
  return types.map((type, index) => {
    const entry = chained('case-1', head, { type, actor, data: { b: 1, a: [null, 'x'] } }, index);
    head = entry;
    return entry;
  });
}

describe('the timeline chain', () => {
  it('numbers from 1 and covers the predecessor', () => {
    const [first, second] = chainOf('received', 'assigned');
    expect([first?.no, second?.no]).toEqual([1, 2]);
    expect(second?.hash).toBe(entryHash(second!, first!.hash));
  });

  it('does not depend on the order of keys', () => {
    const [entry] = chainOf('received');
    const shuffled = { ...entry!, data: { a: [null, 'x'], b: 1 } };
    expect(entryHash(shuffled, chainStart.hash)).toBe(entry!.hash);
  });

  it.each([
    ['type', { type: 'closed' }],
    ['time', { at: '2026-01-01T00:00:00.000Z' }],
    ['actor', { actor: { id: 'petugas-b', role: 'agent' as const } }],
    ['data', { data: { a: [null, 'y'], b: 1 } }],
    ['place', { no: 2 }],
    ['case', { caseId: 'case-2' }],
  ])('shows a changed %s', (_, change) => {
    const [entry] = chainOf('received');
    expect(entryHash({ ...entry!, ...change }, chainStart.hash)).not.toBe(entry!.hash);
  });
});
