import type { ProblemTerms, Term, TermKind } from './problem-terms.ts';
import { spellingLikeness } from './spelling-distance.ts';
import { noTexts, rarity, type TermCounts } from './term-rarity.ts';
import { nearness } from './word-concepts.ts';

/** Found by trying on the tuning pairs, never on those that are held apart (docs/similarity.md). */
export const weights = {
  /** What stands in the title names the problem; the description tells around it. */
  title: 2,
  kinds: {
    generic: 0.6,
    operation: 1.2,
    symptom: 1.1,
    thing: 0.9,
    module: 1.4,
    word: 0.6,
    code: 1.3,
    year: 1.2,
    period: 1.2,
    person: 1.5,
  } satisfies Record<TermKind, number>,
  /** Shares of the three views in the whole; they add up to 1. */
  views: { all: 0.45, titles: 0.3, shorter: 0.25 },
  /** What is left when the two contradict each other in what is of these kinds. */
  conflicts: [
    { kinds: ['operation', 'symptom'], left: 0.65 },
    { kinds: ['thing'], left: 0.7 },
    { kinds: ['module'], left: 0.5 },
    { kinds: ['word'], left: 0.9 },
    { kinds: ['code'], left: 0.6 },
    { kinds: ['year'], left: 0.5 },
    { kinds: ['period'], left: 0.55 },
    { kinds: ['person'], left: 0.45 },
  ] satisfies { kinds: TermKind[]; left: number }[],
};

/** From this on two complaints are taken for one problem. */
export const sameProblemFrom = 0.5;

/** How much two terms say the same, 0 to 1. Symmetric. */
export function termLikeness(one: Term, other: Term): number {
  if (one.text === other.text) return 1;
  if (one.kind === 'word' || other.kind === 'word') return spellingLikeness(one.text, other.text);
  return nearness(one.text, other.text);
}

interface Side {
  /** Weight of all terms, and how much of it the other side has too. */
  all: number;
  matched: number;
  titles: number;
  titlesMatched: number;
}

type Likeness = (one: Term, other: Term) => number;

function sideOf(terms: ProblemTerms, others: ProblemTerms, counts: TermCounts, likeness: Likeness): Side {
  const side: Side = { all: 0, matched: 0, titles: 0, titlesMatched: 0 };
  for (const term of terms) {
    let best = 0;
    for (const other of others) {
      if (best < 1) best = Math.max(best, likeness(term, other));
    }
    const weight = rarity(term, counts) * weights.kinds[term.kind];
    const titled = term.inTitle ? weight * weights.title : weight;
    side.all += titled;
    side.matched += titled * best;
    if (!term.inTitle) continue;
    side.titles += weight;
    side.titlesMatched += weight * best;
  }
  return side;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.min(1, part / whole));

/** What of these kinds the text is about: what its title says, else all of it. */
function about(terms: ProblemTerms, kinds: TermKind[]): Term[] {
  const ofKind = terms.filter(({ kind }) => kinds.includes(kind));
  const titled = ofKind.filter(({ inTitle }) => inTitle);
  return titled.length > 0 ? titled : ofKind;
}

/** Both speak of these kinds, and neither says anywhere what the other is about: the 2024 and the 2025 salary. */
function contradict(one: ProblemTerms, other: ProblemTerms, kinds: TermKind[], likeness: Likeness): boolean {
  const [ofOne, ofOther] = [about(one, kinds), about(other, kinds)];
  if (ofOne.length === 0 || ofOther.length === 0) return false;
  const says = (terms: ProblemTerms, term: Term) => terms.some((each) => likeness(each, term) > 0);
  return !ofOne.some((term) => says(other, term)) && !ofOther.some((term) => says(one, term));
}

function conflictFactor(one: ProblemTerms, other: ProblemTerms, likeness: Likeness): number {
  return weights.conflicts
    .filter(({ kinds }) => contradict(one, other, kinds, likeness))
    .reduce((factor, { left }) => factor * left, 1);
}

/**
 * How far two complaints tell of one problem, 0 to 1; 1 when they say the same, and for anything compared with itself.
 * Symmetric; order of words plays no part.
 *
 * @param counts the texts that they are found among, whose rare terms tell more
 */
export function problemSimilarity(
  one: ProblemTerms,
  other: ProblemTerms,
  counts: TermCounts = noTexts,
  likeness: Likeness = termLikeness,
): number {
  if (one.length === 0 || other.length === 0) return one.length === other.length ? 1 : 0;
  const [a, b] = [sideOf(one, other, counts, likeness), sideOf(other, one, counts, likeness)];
  const { all, shorter, titles } = weights.views;
  const both = share(a.matched + b.matched, a.all + b.all);
  const titled = a.titles + b.titles;
  const byTitles = titled === 0 ? both : share(a.titlesMatched + b.titlesMatched, titled);
  const byShorter = Math.max(share(a.matched, a.all), share(b.matched, b.all));
  const whole = all * both + titles * byTitles + shorter * byShorter;
  return Math.min(1, whole) * conflictFactor(one, other, likeness);
}
