import { readFileSync } from 'node:fs';
import { problemTerms, type ProblemTerms } from '../../workflows/similarity/problem-terms.ts';

export interface LabelledPair {
  /** Ids of two texts. */
  one: string;
  other: string;
  same: boolean;
}

export interface LabelledSet {
  texts: Record<string, { title: string; description: string }>;
  pairs: LabelledPair[];
}

/** The systems that the texts are about: which one it is, is chosen in the form. */
const systems = ['sipd', 'simpeg', 'espt', 'e-spt', 'srikandi', 'siskeudes'];

export type SetName = 'tuning' | 'held-apart';

export function labelledSet(name: SetName): LabelledSet {
  const file = new URL(`../../test/similarity/${name}-pairs.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as LabelledSet;
}

export function termsOfAll({ texts }: LabelledSet): Map<string, ProblemTerms> {
  return new Map(Object.entries(texts).map(([id, text]) => [id, problemTerms({ ...text, context: systems })]));
}
