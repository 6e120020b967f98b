import { describe, expect, it } from 'vitest';
import { daysToWalk, leavesFew } from '../../../store/cases/case-days.ts';

const walked = (...args: Parameters<typeof daysToWalk>) => [...daysToWalk(...args)];

describe('daysToWalk', () => {
  it('goes backwards through every month that is known, whatever their order', () => {
    const days = walked(['2026-10', '2026-11', '2024-02'], {}, undefined);
    expect(days).toHaveLength(3 * 31);
    expect(days).toEqual([...days].sort().reverse());
    expect(days[0]).toBe('2026-11-31');
    expect(days.at(-1)).toBe('2024-02-01');
  });

  it('begins at the last page, or at the end of the period, whichever is earlier', () => {
    const after = { createdAt: '2026-11-05T10:00:00.000Z', caseId: 'any' };
    expect(walked(['2026-11'], {}, after)[0]).toBe('2026-11-05');
    expect(walked(['2026-11'], { to: '2026-11-03T00:00:00.000Z' }, after)[0]).toBe('2026-11-03');
    expect(walked(['2026-11'], { to: '2026-12-01T00:00:00.000Z' }, after)[0]).toBe('2026-11-05');
  });

  it('ends with the day on which the period begins', () => {
    expect(walked(['2026-11'], { from: '2026-11-30T23:00:00.000Z' }, undefined)).toEqual(['2026-11-31', '2026-11-30']);
    expect(walked([], {}, undefined)).toEqual([]);
  });
});

describe('leavesFew', () => {
  it('is true for open cases, one day, one problem and one reporter', () => {
    for (const few of [
      { status: 'assigned' as const },
      { receivedOn: 'd' },
      { fingerprint: 'f' },
      { reporterId: 'r' },
    ]) {
      expect(leavesFew({ deskId: 'layanan', ...few })).toBe(true);
    }
  });

  it('is false for what grows for ever', () => {
    for (const many of [
      {},
      { status: 'closed' as const },
      { agentId: 'petugas-a' },
      { q: 'sandi' },
      { overdue: true },
    ]) {
      expect(leavesFew({ deskId: 'layanan', ...many })).toBe(false);
    }
  });
});
