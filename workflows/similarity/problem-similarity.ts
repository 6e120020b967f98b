import type { ProblemTerms, Term, TermKind } from './problem-terms.ts';
import { termMatcher, type TermMatcher } from './term-matcher.ts';
import { noTexts, rarity } from './term-rarity.ts';

/** Found by trying on the tuning pairs, never on those that are held apart (docs/similarity.md). */
const weights = {
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

/** For each term of one text, how much the other text says it, 0 to 1. */
type Found = number[];

interface Side {
  terms: ProblemTerms;
  found: Found;
}

/** What each of two texts finds of itself in the other. */
function compared(one: ProblemTerms, other: ProblemTerms, matchesOf: TermMatcher): [Side, Side] {
  const inOther: Found = new Array<number>(one.length).fill(0);
  const inOne: Found = new Array<number>(other.length).fill(0);
  other.forEach((term, column) => {
    for (const { index, likeness } of matchesOf(term)) {
      inOther[index] = Math.max(inOther[index] ?? 0, likeness);
      inOne[column] = Math.max(inOne[column] ?? 0, likeness);
    }
  });
  return [
    { terms: one, found: inOther },
    { terms: other, found: inOne },
  ];
}

interface Sums {
  /** Weight of all terms, and how much of it the other side has too. */
  all: number;
  matched: number;
  titles: number;
  titlesMatched: number;
}

function sumsOf({ found, terms }: Side, rarityOf: (term: Term) => number): Sums {
  const sums: Sums = { all: 0, matched: 0, titles: 0, titlesMatched: 0 };
  terms.forEach((term, index) => {
    const weight = rarityOf(term) * weights.kinds[term.kind];
    const matched = weight * (found[index] ?? 0);
    const factor = term.inTitle ? weights.title : 1;
    sums.all += weight * factor;
    sums.matched += matched * factor;
    if (!term.inTitle) return;
    sums.titles += weight;
    sums.titlesMatched += matched;
  });
  return sums;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.min(1, part / whole));

type Subject = 'silent' | 'heard' | 'unheard';

/** Whether the text is about something of these kinds, by its title if that says it, and whether the other says it too. */
function subjectOf({ found, terms }: Side, kinds: TermKind[]): Subject {
  let [inTitle, inAll]: [Subject, Subject] = ['silent', 'silent'];
  terms.forEach((term, index) => {
    if (!kinds.includes(term.kind)) return;
    const heard = (found[index] ?? 0) > 0;
    if (heard || inAll === 'silent') inAll = heard ? 'heard' : 'unheard';
    if (term.inTitle && (heard || inTitle === 'silent')) inTitle = heard ? 'heard' : 'unheard';
  });
  return inTitle === 'silent' ? inAll : inTitle;
}

/** Both speak of something of a kind, and neither says anywhere what the other is about: the 2024 and the 2025 salary. */
function conflictFactor(one: Side, other: Side): number {
  return weights.conflicts
    .filter(({ kinds }) => subjectOf(one, kinds) === 'unheard' && subjectOf(other, kinds) === 'unheard')
    .reduce((factor, { left }) => factor * left, 1);
}

/**
 * How far two complaints tell of one problem, 0 to 1; 1 when they say the same, and for anything compared with itself.
 * Symmetric; order of words plays no part.
 *
 * @param rarityOf how much a term tells, among the texts that the two are found among
 * @param matchesOf the matcher of `one`, when it is compared with many
 */
export function problemSimilarity(
  one: ProblemTerms,
  other: ProblemTerms,
  rarityOf: (term: Term) => number = (term) => rarity(term, noTexts),
  matchesOf: TermMatcher = termMatcher(one),
): number {
  if (one.length === 0 || other.length === 0) return one.length === other.length ? 1 : 0;
  const sides = compared(one, other, matchesOf);
  const [a, b] = [sumsOf(sides[0], rarityOf), sumsOf(sides[1], rarityOf)];
  const { all, shorter, titles } = weights.views;
  const both = share(a.matched + b.matched, a.all + b.all);
  const titled = a.titles + b.titles;
  const byTitles = titled === 0 ? both : share(a.titlesMatched + b.titlesMatched, titled);
  const byShorter = Math.max(share(a.matched, a.all), share(b.matched, b.all));
  const whole = all * both + titles * byTitles + shorter * byShorter;
  return Math.min(1, whole) * conflictFactor(...sides);
}
