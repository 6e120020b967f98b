import { describe, expect, it } from 'vitest';
import { figure, withRange } from '../../bench/report/figure-text.ts';
import { median, ratioOf, spreadOf } from '../../bench/report/statistics.ts';
import { turned } from '../../bench/lanes/run-lanes.ts';

describe('the arithmetic of the bench', () => {
  it('has the middle for a median, and the mean of two middles', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(() => median([])).toThrow(RangeError);
    expect(spreadOf([9, 1, 5])).toEqual({ median: 5, least: 1, most: 9 });
  });

  it('compares medians, and round with round for the range', () => {
    // The medians are 20 and 10; the ratios of the rounds 1, 4 and 2.
    expect(ratioOf([10, 40, 20], [10, 10, 10])).toEqual({ median: 2, least: 1, most: 4 });
    expect(ratioOf([10, 40, 20], [10, 10])).toMatchObject({ least: 1, most: 4 });
  });

  it('shows as many digits as a figure bears', () => {
    expect([0.456, 4.56, 45.61, 1234.5, NaN].map(figure)).toEqual(['0.46', '4.56', '45.6', '1,235', '–']);
    expect(withRange({ median: 2, least: 1, most: 4 })).toBe('2.00 (1.00–4.00)');
    expect(withRange({ median: 2, least: 2, most: 2 })).toBe('2.00');
  });

  it('begins each round with another lane', () => {
    expect([0, 1, 2, 3].map((by) => turned(['a', 'b', 'c'], by).join(''))).toEqual(['abc', 'bca', 'cab', 'abc']);
    expect(turned([], 1)).toEqual([]);
  });
});
