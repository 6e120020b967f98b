import { describe, expect, it } from 'vitest';
import { byDue, nextDueOf, urgencyOf } from '../../../web/agent/case-list/next-due.ts';

const now = Date.parse('2026-11-24T03:00:00Z');
const after = (minutes: number) => new Date(now + minutes * 60_000).toISOString();

type Timed = Parameters<typeof nextDueOf>[0];

function timed(number: string, parts: Partial<Timed> = {}): Timed {
  return { number, status: 'inProgress', acknowledgeBy: null, resolveBy: after(300), overdue: false, ...parts };
}

describe('what is due next', () => {
  it('is the acknowledgement of what has been given, then the resolution', () => {
    const given = timed('a', { status: 'assigned', acknowledgeBy: after(20) });
    expect(nextDueOf(given)).toEqual({ kind: 'acknowledge', at: after(20) });
    expect(nextDueOf({ ...given, status: 'inProgress' })).toEqual({ kind: 'resolve', at: after(300) });
  });

  it.each(['waitingOnSubmitter', 'resolved', 'closed', 'withdrawn', 'merged'] as const)(
    'is nothing while %s',
    (status) => {
      expect(nextDueOf(timed('a', { status }))).toBeNull();
    },
  );

  it('is late when its time is over or the case says so, soon within the last hour', () => {
    expect(urgencyOf(timed('a'), now)).toBe('calm');
    expect(urgencyOf(timed('a', { resolveBy: after(60) }), now)).toBe('soon');
    expect(urgencyOf(timed('a', { resolveBy: after(0) }), now)).toBe('late');
    expect(urgencyOf(timed('a', { overdue: true }), now)).toBe('late');
    expect(urgencyOf(timed('a', { status: 'waitingOnSubmitter' }), now)).toBe('paused');
    expect(urgencyOf(timed('a', { status: 'closed' }), now)).toBe('none');
  });

  it('comes first in the list: late, then soonest, then what waits for the submitter', () => {
    const cases = [
      timed('waits', { status: 'waitingOnSubmitter', resolveBy: after(1) }),
      timed('later'),
      timed('given', { status: 'assigned', acknowledgeBy: after(30) }),
      timed('overdue', { overdue: true, resolveBy: after(400) }),
      timed('late', { resolveBy: after(-5) }),
    ];
    expect(cases.toSorted(byDue(now)).map(({ number }) => number)).toEqual([
      ...['late', 'overdue', 'given', 'later', 'waits'],
    ]);
  });
});
