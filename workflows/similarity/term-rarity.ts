import type { ProblemTerms, Term, TermKind } from './problem-terms.ts';

/** How many of a hundred complaints hold a certain term of this kind, before any is known. */
const expectedShare: Record<TermKind, number> = {
  generic: 0.35,
  operation: 0.12,
  symptom: 0.1,
  thing: 0.05,
  module: 0.04,
  word: 0.03,
  code: 0.02,
  year: 0.04,
  period: 0.04,
  person: 0.02,
};

/** So many complaints is the expectation worth: few open cases hardly change it, many decide. */
const worthOfExpectation = 40;

/** In how many texts each term stands. */
export interface TermCounts {
  texts: number;
  withTerm: ReadonlyMap<string, number>;
}

export const noTexts: TermCounts = { texts: 0, withTerm: new Map() };

export function countTerms(texts: Iterable<ProblemTerms>): TermCounts {
  const withTerm = new Map<string, number>();
  let count = 0;
  for (const terms of texts) {
    count += 1;
    for (const { text } of terms) withTerm.set(text, (withTerm.get(text) ?? 0) + 1);
  }
  return { texts: count, withTerm };
}

/** Inverse document frequency: the rarer a term is, the more it tells. Always positive. */
export function rarity({ text, kind }: Term, { texts, withTerm }: TermCounts): number {
  const found = (withTerm.get(text) ?? 0) + worthOfExpectation * expectedShare[kind];
  return Math.log(1 + (texts + worthOfExpectation) / found);
}

/** The same among these texts, each term's computed once. */
export function rarityAmong(counts: TermCounts): (term: Term) => number {
  const known = new Map<TermKind, Map<string, number>>();
  return (term) => {
    let ofKind = known.get(term.kind);
    if (ofKind === undefined) known.set(term.kind, (ofKind = new Map<string, number>()));
    const computed = ofKind.get(term.text) ?? rarity(term, counts);
    ofKind.set(term.text, computed);
    return computed;
  };
}
