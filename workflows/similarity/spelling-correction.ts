import { plainWordsKnown } from './bilingual-words.ts';
import { editDistance } from './spelling-distance.ts';
import { conceptWords } from './word-concepts.ts';

/** Shorter words differ by one letter too often and mean something else. */
const shortest = 6;

const byStart = new Map<string, string[]>();
for (const word of [...conceptWords(), ...plainWordsKnown()]) {
  if (word.length < shortest - 1) continue;
  const start = word.slice(0, 2);
  byStart.set(start, [...(byStart.get(start) ?? []), word]);
}

/**
 * The known word that an unknown one is a slip of, if it is: one letter lost, added, exchanged or swapped. Words of an
 * office that nobody listed, names above all, stay as they are; two of them may still be found alike when compared.
 */
export function corrected(word: string): string | undefined {
  if (word.length < shortest || /\d/.test(word)) return undefined;
  return byStart.get(word.slice(0, 2))?.find((known) => editDistance(word, known, 1) === 1);
}
