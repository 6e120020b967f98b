import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationOf, durationUnits, partsOf } from '../../../web/admin/desks/duration-parts.ts';

describe('a duration in one unit', () => {
  it.each([
    ['PT8H', 8, 'hour'],
    ['PT90M', 90, 'minute'],
    ['PT1H30M', 90, 'minute'],
    ['PT120M', 2, 'hour'],
    ['PT45S', 45, 'second'],
    ['P5D', 5, 'day'],
    ['P1W', 7, 'day'],
    // Not a working day of the desk, however many hours that has.
    ['PT24H', 24, 'hour'],
  ])('%s', (duration, amount, unit) => {
    expect(partsOf(duration)).toEqual({ amount, unit });
  });

  it('is not there for what needs two, or is no duration', () => {
    expect(partsOf('P1DT2H')).toBeNull();
    expect(partsOf('soon')).toBeNull();
  });

  it('says again what was chosen, if only in a longer unit', () => {
    const seconds = { second: 1, minute: 60, hour: 3_600, day: 86_400 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), fc.constantFrom(...durationUnits), (amount, unit) => {
        const read = partsOf(durationOf({ amount, unit }));
        expect(read && read.amount * seconds[read.unit]).toBe(amount * seconds[unit]);
        if (unit === 'day') expect(read?.unit).toBe('day');
      }),
    );
  });
});
