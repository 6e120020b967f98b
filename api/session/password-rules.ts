import { z } from 'zod';
import type { Store } from '../../store/store.ts';
import type { AppSettings } from '../api-deps.ts';
import { invalid } from '../http/problem.ts';
import { isCommonPassword } from './common-passwords.ts';

/** Everybody knows it: fine on a laptop, refused in production. */
export const demoPassword = 'giliran-demo';

/**
 * NIST SP 800-63B, 3.1.1.2 (https://pages.nist.gov/800-63-4/sp800-63b.html) and ASVS 5.0, 6.2: length counts, what it is
 * made of does not, and what is known or easily guessed is refused. They ask for 8 characters; ten leave some room.
 */
export const newPasswordSchema = z
  .string()
  .min(10)
  .max(200)
  .meta({ description: 'At least 10 characters of any kind; nothing that is easily guessed.' });

/** Short words stand in many a good sentence. */
const shortestWord = 3;
/** Letters that have to be left when the words that anybody here would try are taken out. */
const fewestOwn = 5;

interface Circumstances {
  username: string;
  settings: Pick<AppSettings, 'NODE_ENV'>;
  /** Names of this desk, its offices and systems; see `localWords`. */
  words: readonly string[];
  pointer: string;
}

/** What anybody who works here would try first: the names of desks, offices and systems, and of this product. */
export async function localWords({ desks, offices, systems }: Pick<Store, 'desks' | 'offices' | 'systems'>) {
  const lists = await Promise.all([desks.list(), offices.list(), systems.list()]);
  const named = lists.flat().flatMap((each) => [each.name, ...Object.values(pickIds(each))]);
  return ['giliran', 'password', 'katasandi', 'kata sandi', 'rahasia', ...named];
}

function pickIds(row: { deskId?: string; officeId?: string; systemId?: string }): string[] {
  return [row.deskId, row.officeId, row.systemId].filter((id) => id !== undefined);
}

/** @throws Problem validation_failed at `pointer` */
export async function demandGoodPassword(password: string, circumstances: Circumstances): Promise<void> {
  const { username, settings, words, pointer } = circumstances;
  const plain = password.toLowerCase();
  const isDemo = plain === demoPassword;
  if (isDemo && settings.NODE_ENV !== 'production') return;
  if (isDemo || (await isWellKnown(plain))) throw invalid({ in: 'body', pointer, code: 'well_known_password' });
  if (isMadeOf(plain, [username])) throw invalid({ in: 'body', pointer, code: 'password_is_name' });
  if (isMadeOf(plain, [username, ...words])) throw invalid({ in: 'body', pointer, code: 'password_of_local_words' });
}

/** Also with the digits and signs that people put around a word: `Bismillah-2026!` is `bismillah`. */
async function isWellKnown(plain: string): Promise<boolean> {
  const word = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const isDecorated = word.length * 2 >= plain.length && (await isCommonPassword(word));
  return isDecorated || new Set(plain).size < 3 || isCommonPassword(plain);
}

/** Whether hardly a letter remains when the words are taken out. What holds none of them is not looked at. */
function isMadeOf(plain: string, words: readonly string[]): boolean {
  const known = words
    .map((word) => word.toLowerCase())
    .flatMap((word) => [word, word.replace(/[^\p{L}\p{N}]/gu, ''), ...word.split(/[^\p{L}\p{N}]+/u)])
    .filter((word) => word.length >= shortestWord)
    .sort((one, other) => other.length - one.length);
  const rest = known.reduce((text, word) => text.replaceAll(word, ''), plain);
  return rest !== plain && rest.replace(/[^\p{L}]/gu, '').length < fewestOwn;
}
