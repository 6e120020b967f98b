import { describe, expect, it } from 'vitest';
import { clockOf, clockText } from '../../../web/admin/desks/clock-text.ts';

describe('a time of the day', () => {
  it.each([
    ['7', '07:00'],
    ['730', '07:30'],
    ['07.30', '07:30'],
    [' 7:30 ', '07:30'],
    ['1630', '16:30'],
    ['24.00', '24:00'],
  ])('%s is understood', (typed, clock) => {
    expect(clockOf(typed)).toBe(clock);
  });

  it('is left as it was typed when it makes no sense', () => {
    expect(clockOf('pagi')).toBe('pagi');
    expect(clockOf('7.3')).toBe('7.3');
  });

  it('is written with a full stop in Indonesian', () => {
    expect(clockText('07:30', 'id')).toBe('07.30');
    expect(clockText('07:30', 'en')).toBe('07:30');
  });
});
