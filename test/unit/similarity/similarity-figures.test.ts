import { describe, expect, it } from 'vitest';
import { labelledSet } from '../../../dev/similarity/labelled-pairs.ts';
import { comparingTimes, evaluate } from '../../../dev/similarity/similarity-evaluation.ts';

const tuning = labelledSet('tuning');
const heldApart = labelledSet('held-apart');

describe('the labelled pairs', () => {
  it('are many, of both kinds, and each names two texts', () => {
    expect(heldApart.pairs.length).toBeGreaterThanOrEqual(200);
    const same = heldApart.pairs.filter((pair) => pair.same).length;
    expect(same).toBeGreaterThanOrEqual(heldApart.pairs.length / 4);
    for (const { texts, pairs } of [tuning, heldApart]) {
      for (const { one, other } of pairs) {
        expect(one).not.toBe(other);
        expect([texts[one], texts[other]]).not.toContain(undefined);
      }
    }
  });

  it('have no text in common with those that were tuned on', () => {
    const words = ({ title, description }: { title: string; description: string }) => `${title} ${description}`;
    const tuned = new Set(Object.values(tuning.texts).map(words));
    expect(Object.values(heldApart.texts).filter((text) => tuned.has(words(text)))).toEqual([]);
  });
});

describe('the measure on pairs that it was not tuned on', () => {
  it('finds four of five that are one problem, and is right in four of five that it finds', () => {
    const { precision, recall } = evaluate(heldApart);
    expect(precision).toBeGreaterThanOrEqual(0.8);
    expect(recall).toBeGreaterThanOrEqual(0.8);
  });

  it('compares one complaint with a thousand open cases in well under 50 ms', () => {
    const times = comparingTimes(heldApart);
    expect(times[Math.floor(times.length / 2)]).toBeLessThan(50);
  });
});
