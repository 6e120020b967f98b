import type { ProblemTerms, Term, TermKind } from './problem-terms.ts';
import { spellingLikeness } from './spelling-distance.ts';
import { nearness } from './word-concepts.ts';

/** How much two terms say the same, 0 to 1. Symmetric. */
function termLikeness(one: Term, other: Term): number {
  if (one.text === other.text) return 1;
  if (one.kind === 'word' || other.kind === 'word') return spellingLikeness(one.text, other.text);
  return nearness(one.text, other.text);
}

interface Match {
  /** Of the term in the text that is asked for. */
  index: number;
  likeness: number;
}

/** Which terms of one text say the same as this term of another; none with likeness 0. */
export type TermMatcher = (other: Term) => Match[];

/** Each different term is compared once, however many texts hold it: a thousand cases share their words. */
export function termMatcher(terms: ProblemTerms): TermMatcher {
  const known = new Map<TermKind, Map<string, Match[]>>();
  return (other) => {
    let ofKind = known.get(other.kind);
    if (ofKind === undefined) known.set(other.kind, (ofKind = new Map<string, Match[]>()));
    let matches = ofKind.get(other.text);
    if (matches === undefined) {
      const all = terms.map((term, index) => ({ index, likeness: termLikeness(term, other) }));
      ofKind.set(other.text, (matches = all.filter(({ likeness }) => likeness > 0)));
    }
    return matches;
  };
}
