import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BusinessHours } from '../../../workflows/calendar/business-hours.ts';
import { deadlineAfter } from '../../../workflows/calendar/working-time.ts';

const day = [{ from: '07:30', to: '17:00' }];
const jakarta: BusinessHours = {
  enabled: true,
  timezone: 'Asia/Jakarta',
  weekly: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
  holidays: ['2026-12-25'],
};
const after = (from: string, allowance: string, hours = jakarta) =>
  new Date(deadlineAfter(Date.parse(from), allowance, hours)).toISOString();

describe('a deadline in working time', () => {
  it.each([
    // Tuesday 2026-11-24; Jakarta is UTC+7.
    ['inside one day', '2026-11-24T01:00:00Z', 'PT4H', '2026-11-24T05:00:00.000Z'],
    ['over night', '2026-11-24T09:00:00Z', 'PT4H', '2026-11-25T03:30:00.000Z'],
    ['over the weekend', '2026-11-27T09:30:00Z', 'PT1H', '2026-11-30T01:00:00.000Z'],
    ['from before opening', '2026-11-23T22:00:00Z', 'PT30M', '2026-11-24T01:00:00.000Z'],
    ['from a Sunday', '2026-11-29T03:00:00Z', 'PT3S', '2026-11-30T00:30:03.000Z'],
    ['over a holiday', '2026-12-24T09:30:00Z', 'PT1H', '2026-12-28T01:00:00.000Z'],
    ['several days', '2026-11-24T00:30:00Z', 'PT19H', '2026-11-25T10:00:00.000Z'],
    ['working days', '2026-11-26T03:00:00Z', 'P2D', '2026-11-30T03:00:00.000Z'],
    ['a working day and an hour', '2026-11-26T09:30:00Z', 'P1DT1H', '2026-11-30T01:00:00.000Z'],
    ['ending exactly at closing time', '2026-11-24T09:00:00Z', 'PT1H', '2026-11-24T10:00:00.000Z'],
  ])('%s', (_, from, allowance, expected) => {
    expect(after(from, allowance)).toBe(expected);
  });

  it('runs round the clock when hours are off', () => {
    expect(after('2026-11-29T03:00:00Z', 'P1DT1H', { ...jakarta, enabled: false })).toBe('2026-11-30T04:00:00.000Z');
  });

  it('knows several periods a day', () => {
    const split: BusinessHours = {
      ...jakarta,
      weekly: {
        tuesday: [
          { from: '13:00', to: '17:00' },
          { from: '08:00', to: '12:00' },
        ],
      },
    };
    expect(after('2026-11-24T04:00:00Z', 'PT2H', split)).toBe('2026-11-24T07:00:00.000Z');
  });

  it('follows the clock where summer time begins and ends', () => {
    const berlin: BusinessHours = {
      ...jakarta,
      timezone: 'Europe/Berlin',
      weekly: { sunday: [{ from: '00:00', to: '24:00' }] },
    };
    expect(after('2026-03-28T23:00:00Z', 'PT3H', berlin)).toBe('2026-03-29T02:00:00.000Z');
    expect(after('2026-10-24T22:00:00Z', 'PT25H', berlin)).toBe('2026-10-25T23:00:00.000Z');
  });

  it('runs round the clock for a plan without any working time, instead of never', () => {
    expect(after('2026-11-24T01:00:00Z', 'PT1H', { ...jakarta, weekly: {} })).toBe('2026-11-24T02:00:00.000Z');
    expect(after('2026-11-24T01:00:00Z', 'P1D', { ...jakarta, weekly: {} })).toBe('2026-11-25T01:00:00.000Z');
  });

  it('refuses what is no duration and no zone', () => {
    expect(() => after('2026-11-24T01:00:00Z', '4 hours')).toThrow(RangeError);
    expect(() => after('2026-11-24T01:00:00Z', 'PT4H', { ...jakarta, timezone: 'Mars/Olympus' })).toThrow(RangeError);
  });

  it('never comes before its allowance, and later starts never end earlier', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 30 });
    fc.assert(
      fc.property(minutes, minutes, fc.integer({ min: 0, max: 3000 }), (a, b, length) => {
        const base = Date.UTC(2026, 11, 1);
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((n) => base + n * 60_000) as [number, number];
        const end = deadlineAfter(early, `PT${length}M`, jakarta);
        expect(end).toBeGreaterThanOrEqual(early + length * 60_000);
        expect(deadlineAfter(late, `PT${length}M`, jakarta)).toBeGreaterThanOrEqual(end);
      }),
      { numRuns: 300 },
    );
  });
});
