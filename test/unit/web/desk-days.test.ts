import { describe, expect, it } from 'vitest';
import { awayUntil } from '../../../web/agent/availability/absence-end.ts';
import { dayOf, startOfDay, sayTimesOf } from '../../../web/shared/time-words.ts';

describe('days at the desk', () => {
  it('begin at its midnight', () => {
    expect(dayOf(new Date('2026-11-24T18:00:00Z'))).toBe('2026-11-25');
    expect(startOfDay('2026-11-25')).toBe('2026-11-24T17:00:00.000Z');
    expect(startOfDay('2026-12-31', 1)).toBe('2026-12-31T17:00:00.000Z');
  });

  it('begin at midnight also where clocks are put forward', () => {
    sayTimesOf('Europe/Berlin');
    expect(startOfDay('2026-03-29')).toBe('2026-03-28T23:00:00.000Z');
    expect(startOfDay('2026-03-29', 1)).toBe('2026-03-29T22:00:00.000Z');
    sayTimesOf('Asia/Jakarta');
  });

  it('end an absence: never by itself, after minutes, or with the day', () => {
    const now = new Date('2026-11-24T03:00:00Z');
    expect(awayUntil('open', now)).toBeNull();
    expect(awayUntil('30', now)).toBe('2026-11-24T03:30:00.000Z');
    expect(awayUntil('today', now)).toBe('2026-11-24T17:00:00.000Z');
  });
});
