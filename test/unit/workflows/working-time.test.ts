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

  it('counts an exception before a holiday, and a holiday before the weekday', () => {
    const hours: BusinessHours = {
      ...jakarta,
      holidays: ['2026-12-24', '2026-12-25'],
      exceptions: [
        { date: '2026-12-24', periods: [{ from: '08:00', to: '10:00' }] },
        { date: '2026-12-28', periods: [] },
        { date: '2026-12-26', periods: [{ from: '09:00', to: '10:00' }] },
      ],
    };
    // Thursday 24 has two hours of its own, 25 is a holiday, Saturday 26 has an hour, Monday 28 is free.
    expect(after('2026-12-24T00:30:00Z', 'PT2H', hours)).toBe('2026-12-24T03:00:00.000Z');
    expect(after('2026-12-24T02:00:00Z', 'PT90M', hours)).toBe('2026-12-26T02:30:00.000Z');
    expect(after('2026-12-24T02:00:00Z', 'PT3H', hours)).toBe('2026-12-29T01:30:00.000Z');
    expect(after('2026-12-24T02:00:00Z', 'P3D', hours)).toBe('2026-12-30T02:00:00.000Z');
  });

  it('keeps the national holidays and joint leave only where the desk says so', () => {
    // Idulfitri 2027: national 10 and 11 March, Nyepi on the 8th, joint leave on 9, 12 and 15.
    const from = '2027-03-05T09:30:00Z';
    expect(after(from, 'PT1H')).toBe('2027-03-08T01:00:00.000Z');
    expect(after(from, 'PT1H', { ...jakarta, useNationalHolidays: true })).toBe('2027-03-09T01:00:00.000Z');
    const both = { ...jakarta, useNationalHolidays: true, useJointLeave: true };
    expect(after(from, 'PT1H', both)).toBe('2027-03-16T01:00:00.000Z');
    const open = { ...both, exceptions: [{ date: '2027-03-12', periods: [{ from: '08:00', to: '11:00' }] }] };
    expect(after(from, 'PT1H', open)).toBe('2027-03-12T01:30:00.000Z');
  });

  it('works over midnight, and knows that a period ends before its last minute begins', () => {
    const night: BusinessHours = {
      ...jakarta,
      weekly: { tuesday: [{ from: '22:00', to: '24:00' }], wednesday: [{ from: '00:00', to: '06:00' }] },
    };
    expect(after('2026-11-24T16:30:00Z', 'PT1H', night)).toBe('2026-11-24T17:30:00.000Z');
    expect(after('2026-11-24T15:00:00Z', 'PT8H', night)).toBe('2026-11-24T23:00:00.000Z');
    // 06.00 sharp is outside: what begins then waits for the next opening.
    expect(after('2026-11-24T23:00:00Z', 'PT1M', night)).toBe('2026-12-01T15:01:00.000Z');
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
