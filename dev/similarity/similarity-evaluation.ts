import { problemSimilarity, sameProblemFrom } from '../../workflows/similarity/problem-similarity.ts';
import { similarCases, similarityPool } from '../../workflows/similarity/similar-ranking.ts';
import type { ProblemTerms } from '../../workflows/similarity/problem-terms.ts';
import { termsOfAll, type LabelledPair, type LabelledSet } from './labelled-pairs.ts';

export interface ScoredPair extends LabelledPair {
  similarity: number;
}

export interface Evaluation {
  pairs: ScoredPair[];
  /** Same problem and said so · different and said the same · same and not said so · different and said so. */
  confusion: { truePositive: number; falsePositive: number; falseNegative: number; trueNegative: number };
  precision: number;
  recall: number;
  f1: number;
}

const none: ProblemTerms = [];

/** Compares every pair as the API does: all texts of the set are the open cases of one office, whose rare words weigh. */
export function evaluate(set: LabelledSet): Evaluation {
  const terms = termsOfAll(set);
  const { rarityOf } = similarityPool([...terms].map(([caseId, each]) => ({ caseId, systemId: '', terms: each })));
  const pairs = set.pairs.map((pair) => {
    const [one, other] = [terms.get(pair.one) ?? none, terms.get(pair.other) ?? none];
    return { ...pair, similarity: problemSimilarity(one, other, rarityOf) };
  });
  const count = (same: boolean, said: boolean) =>
    pairs.filter((pair) => pair.same === same && pair.similarity >= sameProblemFrom === said).length;
  const [truePositive, falsePositive] = [count(true, true), count(false, true)];
  const [falseNegative, trueNegative] = [count(true, false), count(false, false)];
  const precision = truePositive / (truePositive + falsePositive);
  const recall = truePositive / (truePositive + falseNegative);
  const f1 = (2 * precision * recall) / (precision + recall);
  return { pairs, confusion: { truePositive, falsePositive, falseNegative, trueNegative }, precision, recall, f1 };
}

/** Milliseconds that each text of the set takes to be compared with so many open cases, shortest first. */
export function comparingTimes(set: LabelledSet, openCases = 1_000): number[] {
  const texts = [...termsOfAll(set).values()];
  const candidates = Array.from({ length: openCases }, (_, no) => ({
    ...{ caseId: `case-${no}`, systemId: 'sipd' },
    terms: texts[no % texts.length] ?? none,
  }));
  const pool = similarityPool(candidates);
  const times = texts.map((terms) => {
    const begun = performance.now();
    similarCases({ systemId: 'sipd', terms }, pool);
    return performance.now() - begun;
  });
  return times.sort((one, other) => one - other);
}
