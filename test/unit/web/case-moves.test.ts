import { describe, expect, it } from 'vitest';
import { mayDetach, movesOf } from '../../../web/agent/case/case-moves.ts';

type Seen = Parameters<typeof movesOf>[0];

const ayu = { id: 'ayu', role: 'agent' as const };
const boss = { id: 'boss', role: 'supervisor' as const };

function seen(status: Seen['status'], parts: Partial<Seen> = {}): Seen {
  return { status, tier: 'tier-1', overdue: false, agent: { id: 'ayu', name: 'Ayu' }, ...parts };
}

describe('what one can do with a case', () => {
  it.each<[Seen['status'], string | null, string[]]>([
    ['assigned', 'acknowledge', ['ask', 'resolve', 'escalate', 'merge', 'correct']],
    ['inProgress', 'resolve', ['ask', 'escalate', 'merge', 'correct']],
    ['waitingOnSubmitter', null, ['resume', 'resolve', 'escalate', 'merge', 'correct']],
    ['resolved', null, ['reopen']],
    ['closed', null, []],
    ['withdrawn', null, []],
    ['merged', null, []],
  ])('as its agent while it is %s: next %s, then %j', (status, next, others) => {
    expect(movesOf(seen(status), ayu)).toEqual({ next, others });
  });

  it('is nothing for an agent who does not have it', () => {
    expect(movesOf(seen('inProgress', { agent: { id: 'budi', name: 'Budi' } }), ayu)).toEqual({
      next: null,
      others: [],
    });
    expect(movesOf(seen('received', { agent: null }), ayu)).toEqual({ next: null, others: [] });
  });

  it('is no escalation in tier 2', () => {
    expect(movesOf(seen('inProgress', { tier: 'tier-2' }), ayu).others).toEqual(['ask', 'merge', 'correct']);
  });

  it('is for a supervisor also to give it to somebody else, which comes next when it is overdue', () => {
    expect(movesOf(seen('received', { agent: null }), boss)).toEqual({
      next: null,
      others: ['reassign', 'resolve', 'escalate', 'merge', 'correct'],
    });
    expect(movesOf(seen('inProgress', { overdue: true }), boss).next).toBe('reassign');
    expect(movesOf(seen('resolved'), boss)).toEqual({ next: null, others: ['reopen'] });
  });
});

describe('whether reports can be detached', () => {
  it.each<[Seen['status'], boolean, boolean]>([
    ['received', false, true],
    ['assigned', true, true],
    ['inProgress', true, true],
    ['waitingOnSubmitter', true, true],
    ['escalating', false, true],
    ['resolved', true, true],
    ['closed', false, false],
    ['withdrawn', false, false],
    ['merged', false, false],
  ])('while it is %s: by its agent %s, by a supervisor %s', (status, byAgent, bySupervisor) => {
    expect(mayDetach(seen(status), ayu)).toBe(byAgent);
    expect(mayDetach(seen(status), boss)).toBe(bySupervisor);
    expect(mayDetach(seen(status), { id: 'budi', role: 'agent' })).toBe(false);
  });
});
