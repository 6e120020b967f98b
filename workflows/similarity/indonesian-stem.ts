/** What may be taken off at the end, in this order: particles and possessives, then what makes other words of a word. */
const particles = ['nya', 'lah', 'kah', 'pun', 'ku', 'mu'];
const endings = ['kan', 'in', 'an', 'i'];
/** A prefix, and the letters that may have melted into it: `mengirim` is `kirim`, `menyimpan` is `simpan`. */
const prefixes: [string, string[]][] = [
  ['memper', ['']],
  ['diper', ['']],
  ['menge', ['']],
  ['meny', ['s']],
  ['meng', ['', 'k']],
  ['mem', ['', 'p']],
  ['men', ['', 't']],
  ['me', ['']],
  ['peny', ['s']],
  ['peng', ['', 'k']],
  ['pem', ['', 'p']],
  ['pen', ['', 't']],
  ['per', ['']],
  ['pe', ['']],
  ['nge', ['']],
  ['ny', ['s']],
  ['ng', ['', 'k']],
  ['ber', ['']],
  ['ter', ['']],
  ['te', ['']],
  ['di', ['']],
  ['ke', ['']],
  ['se', ['']],
];
/** English, for words that came into office talk: `uploading`, `errors`, `locked`. */
const englishEndings = ['ing', 'ed', 'es', 's', 'd'];

const shortestStem = 3;

function withoutEnding(word: string, candidates: string[]): string[] {
  return candidates.filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, -ending.length));
}

function withoutPrefix(word: string): string[] {
  return prefixes
    .filter(([prefix]) => word.startsWith(prefix))
    .flatMap(([prefix, melted]) => melted.map((letter) => letter + word.slice(prefix.length)));
}

/** Everything that the word may be a form of, nearest first. */
function* possibleStems(word: string): Generator<string> {
  const bases = [word, ...withoutEnding(word, particles)];
  const shortened = bases.flatMap((base) => [base, ...withoutEnding(base, endings)]);
  yield* shortened;
  const opened = shortened.flatMap(withoutPrefix);
  yield* opened;
  yield* opened.flatMap(withoutPrefix);
  yield* withoutEnding(word, englishEndings);
}

/**
 * The stem of a word, if it leads to a word that is known; else the word without particle, which changes little: a stem
 * that nobody knows is as likely wrong as right.
 *
 * After the confix stripping of Nazief and Adriani, light: our own words stand for their dictionary of roots, and of
 * ambiguous forms the one that is known is taken.
 */
export function stemOf(word: string, isKnown: (stem: string) => boolean): string {
  if (word.length <= shortestStem || /\d/.test(word)) return word;
  for (const stem of possibleStems(word)) if (stem.length >= shortestStem && isKnown(stem)) return stem;
  const bare = withoutEnding(word, ['nya']).find((stem) => stem.length > shortestStem);
  return bare ?? word;
}
