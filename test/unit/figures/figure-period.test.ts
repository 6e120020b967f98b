import { describe, expect, it } from 'vitest';
import { deskDays, isDateOrInstant, periodOf, storedDays } from '../../../api/figures/figure-period.ts';

const jakarta = 'Asia/Jakarta';
const now = new Date('2026-11-24T01:00:00.000Z');
const utc = ({ from, to }: { from: number; to: number }) => [from, to].map((at) => new Date(at).toISOString());

describe('a period', () => {
  it("of days begins and ends at the desk's midnight", () => {
    const november = periodOf({ from: '2026-11-01', to: '2026-12-01' }, jakarta, now);
    expect(utc(november)).toEqual(['2026-10-31T17:00:00.000Z', '2026-11-30T17:00:00.000Z']);
    const { days, dayOf } = deskDays(november);
    expect([days.length, days[0], days.at(-1)]).toEqual([30, '2026-11-01', '2026-11-30']);
    expect(dayOf(Date.parse('2026-11-23T16:59:59.999Z'))).toBe('2026-11-23');
    expect(dayOf(Date.parse('2026-11-23T17:00:00.000Z'))).toBe('2026-11-24');
    expect(storedDays(november).at(0)).toBe('2026-10-31');
    expect(storedDays(november).at(-1)).toBe('2026-11-30');
    expect(storedDays(november, 7).at(0)).toBe('2026-10-24');
  });

  it('of instants is just that, and its days may be parts', () => {
    const period = periodOf({ from: '2026-11-23T23:30:00+07:00', to: '2026-11-23T17:30:00Z' }, jakarta, now);
    expect(utc(period)).toEqual(['2026-11-23T16:30:00.000Z', '2026-11-23T17:30:00.000Z']);
    expect(deskDays(period).days).toEqual(['2026-11-23', '2026-11-24']);
    expect(storedDays(period)).toEqual(['2026-11-23']);
  });

  it('is, when nothing is said, the last thirty days up to now', () => {
    expect(utc(periodOf({}, jakarta, now))).toEqual(['2026-10-25T17:00:00.000Z', '2026-11-24T01:00:00.000Z']);
    expect(deskDays(periodOf({}, jakarta, now)).days).toHaveLength(30);
    expect(deskDays(periodOf({ to: '2026-12-01' }, jakarta, now)).days).toHaveLength(30);
    expect(utc(periodOf({ from: '2026-11-24' }, jakarta, now))[1]).toBe(now.toISOString());
  });

  it('keeps its days where clocks are changed', () => {
    const period = periodOf({ from: '2026-03-28', to: '2026-03-31' }, 'Europe/Berlin', now);
    const { days, dayOf } = deskDays(period);
    expect(days).toEqual(['2026-03-28', '2026-03-29', '2026-03-30']);
    expect(dayOf(Date.parse('2026-03-29T22:00:00Z'))).toBe('2026-03-30');
    expect(dayOf(Date.parse('2026-03-29T21:59:59Z'))).toBe('2026-03-29');
  });

  it('is neither empty nor longer than 400 days', () => {
    const code = (asked: { from?: string; to?: string }) => {
      try {
        periodOf(asked, jakarta, now);
        return null;
      } catch (error) {
        return (error as { options: { faults: { code: string; pointer: string }[] } }).options.faults[0];
      }
    };
    expect(code({ from: '2026-11-01', to: '2026-11-01' })).toMatchObject({ code: 'empty_period', pointer: '#/to' });
    expect(code({ from: '2026-11-25' })).toMatchObject({ code: 'empty_period', pointer: '#/from' });
    expect(code({ from: '2025-01-01', to: '2026-02-05' })).toBeNull();
    expect(code({ from: '2025-01-01', to: '2026-02-06' })).toMatchObject({ code: 'period_too_long', pointer: '#/to' });
  });
});

it.each([
  ['2026-11-24', true],
  ['2026-11-24T08:00:00+07:00', true],
  ['2026-11-24T01:00:00.000Z', true],
  ['2026-02-30', false],
  ['2026-11-24T01:00:00', false],
  ['2026-11-24T25:00:00Z', false],
  ['24-11-2026', false],
  ['2026-W48', false],
  ['kemarin', false],
])('%s is a day or an instant: %s', (text, is) => {
  expect(isDateOrInstant(text)).toBe(is);
});
