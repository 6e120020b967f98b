import { describe, expect, it } from 'vitest';
import { typedDay } from '../../../web/shared/typed-day.ts';

describe('a day that was typed', () => {
  it.each([
    '24 Desember 2026',
    '24 december 2026',
    '24 des 2026',
    '24/12/2026',
    '24-12-2026',
    '24.12.2026',
    '2026-12-24',
  ])('%s is understood', (text) => {
    expect(typedDay(text)).toBe('2026-12-24');
  });

  it.each(['', '24', '24 Desember', '24 D 2026', '31 Juni 2026', '24 13 2026', '0 Mei 2026', 'besok pagi ya'])(
    '"%s" is none',
    (text) => {
      expect(typedDay(text)).toBeNull();
    },
  );
});
