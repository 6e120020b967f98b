import { describe, expect, it } from 'vitest';
import { durationWords } from '../../../web/agent/case-list/duration-words.ts';

const minutes = (count: number) => count * 60_000;

describe('a duration in words', () => {
  it.each([
    [0, '1 menit'],
    [minutes(1.9), '1 menit'],
    [minutes(60), '1 jam'],
    [minutes(80), '1 jam 20 menit'],
    [minutes(-80), '1 jam 20 menit'],
    [minutes(24 * 60 + 5), '1 hari'],
    [minutes(51 * 60), '2 hari 3 jam'],
  ])('%d ms is %s', (ms, words) => {
    expect(durationWords(ms, 'id')).toBe(words);
  });

  it('is English in English', () => {
    expect(durationWords(minutes(121), 'en')).toBe('2 hours 1 minute');
  });
});
