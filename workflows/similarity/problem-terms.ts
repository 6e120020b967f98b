import { normalisedText } from '../complaint/complaint-fingerprint.ts';
import { writtenOut } from './chat-spellings.ts';
import { stemOf } from './indonesian-stem.ts';
import { namedPeople } from './named-people.ts';
import { plainWordOf } from './bilingual-words.ts';
import { joinedPhrases } from './phrase-concepts.ts';
import { isPlainRoot } from './plain-roots.ts';
import { corrected } from './spelling-correction.ts';
import { isStopWord } from './stop-words.ts';
import { conceptOf } from './word-concepts.ts';

/**
 * What a term says about a problem. `generic` is said of every problem · `word` is any word that we do not know, often a
 * module's or a form's name · `code` is a number or a word with digits · `year`, `period` and `person` say whose or
 * which of several alike.
 */
export type TermKind =
  'operation' | 'symptom' | 'thing' | 'module' | 'generic' | 'word' | 'code' | 'year' | 'period' | 'person';

export interface Term {
  text: string;
  kind: TermKind;
  inTitle: boolean;
}

/** A complaint as far as the measure looks at it. */
export interface ProblemText {
  title: string;
  description: string;
  /** Words that say nothing here since something else says it: the name of the system that was chosen. */
  context?: string[];
}

/** A complaint's terms, each once, those of the title first. Plain data, to be kept as long as the text stays. */
export type ProblemTerms = Term[];

const months =
  /^(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mar(?:et|ch)|apr(?:il)?|mei|may|jun[ie]|jul[iy]|agu?st(?:us)?|agustus|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[sc](?:ember)?)$/;
/** `pph21` is `pph 21`; `sp2d` stays. */
const lettersBeforeDigits = /(?<![^ ])(\p{L}{2,})(\d{2,})(?![^ ])/gu;
const periodUnits = /^(?:triwulan|tw|semester|smt|tahap|termin|kuartal|quarter|periode)$/;
const romans = new Map([...['i', 'ii', 'iii', 'iv', 'v'].entries()].map(([index, roman]) => [roman, `${index + 1}`]));
/** What makes the problem stands at the beginning; comparing takes time with each term. */
const longestText = 2_000;
const mostTerms = 60;

function isKnown(stem: string): boolean {
  return conceptOf(stem) !== undefined || plainWordOf(stem) !== undefined || isPlainRoot(stem);
}

function kindOfNumber(word: string): TermKind {
  return /^(?:19|20)\d\d$/.test(word) ? 'year' : 'code';
}

function plainTerm(word: string): Omit<Term, 'inTitle'> | null {
  if (months.test(word)) return { text: word.slice(0, 3).replace('oct', 'okt').replace('dec', 'des'), kind: 'period' };
  if (/\d/.test(word) && conceptOf(word) === undefined)
    return word.length === 1 ? null : { text: word, kind: kindOfNumber(word) };
  if (word.length < 2 || isStopWord(word)) return null;
  const found = stemOf(word, isKnown);
  const stem = isKnown(found) ? found : (corrected(found) ?? found);
  const named = conceptOf(stem);
  if (named !== undefined) return { text: named.concept, kind: named.kind };
  return isStopWord(stem) ? null : { text: plainWordOf(stem) ?? stem, kind: 'word' };
}

/** `triwulan 2`, `semester II`, `tahap 1`: the number belongs to its unit. */
function periodTerm(word: string, next: string | undefined): Omit<Term, 'inTitle'> | null {
  if (!periodUnits.test(word) || next === undefined) return null;
  const number = romans.get(next) ?? next;
  return /^\d{1,2}$/.test(number) ? { text: `${word.slice(0, 3)}-${number}`, kind: 'period' } : null;
}

function termsOf(text: string, context: Set<string>): Omit<Term, 'inTitle'>[] {
  const words = normalisedText(text).replace(lettersBeforeDigits, '$1 $2').split(' ').map(writtenOut).join(' ');
  const sequence = joinedPhrases(words).split(' ');
  const terms: Omit<Term, 'inTitle'>[] = [];
  for (let index = 0; index < sequence.length; index += 1) {
    const word = sequence[index] ?? '';
    const period = periodTerm(word, sequence[index + 1]);
    if (period !== null) index += 1;
    const term = period ?? (context.has(word) ? null : plainTerm(word));
    if (term !== null) terms.push(term);
  }
  const people = namedPeople(text).map((name) => ({ text: name, kind: 'person' as const }));
  return [...people, ...terms];
}

/** What a complaint says, without form, politeness, order, circumstances and choice of words. */
export function problemTerms({ title, description, context = [] }: ProblemText): ProblemTerms {
  const left = new Set(context.flatMap((name) => normalisedText(name).split(' ')));
  const terms = new Map<string, Term>();
  for (const term of termsOf(title, left)) if (!terms.has(term.text)) terms.set(term.text, { ...term, inTitle: true });
  for (const term of termsOf(description.slice(0, longestText), left)) {
    if (!terms.has(term.text)) terms.set(term.text, { ...term, inTitle: false });
  }
  return [...terms.values()].slice(0, mostTerms);
}
