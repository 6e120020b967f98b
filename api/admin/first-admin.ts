import type { Store } from '../../store/store.ts';
import { hashPassword } from '../auth/password.ts';
import { newSpokenSecret } from '../auth/spoken-secret.ts';
import type { AppSettings } from '../api-deps.ts';
import { Problem } from '../http/problem.ts';
import { demandGoodPassword, localWords, newPasswordSchema } from '../session/password-rules.ts';
import { revisions } from './revision.ts';
import { nameSchema, slugSchema } from './setup-schemas.ts';
import { userSubject } from './user-subject.ts';

/**
 * Makes an admin without asking one: for whoever runs the machines, on an installation that starts empty.
 *
 * @returns the one-time password when none was given
 * @throws Error with a sentence for people
 */
export async function createAdmin(
  store: Store,
  settings: Pick<AppSettings, 'NODE_ENV'>,
  asked: { username: string; name: string; password: string | null },
): Promise<{ oneTimePassword: string | null }> {
  const { username } = asked;
  if (!slugSchema.safeParse(username).success) throw new Error('A user name is made of a-z, 0-9 and -, at most 64.');
  const name = nameSchema.parse(asked.name);
  if (asked.password !== null)
    await demandPassword(asked.password, { username, settings, words: await localWords(store) });
  const oneTimePassword = asked.password === null ? newSpokenSecret() : null;
  const passwordHash = await hashPassword(asked.password ?? oneTimePassword ?? '');
  const author = { actorId: 'command-line', at: new Date().toISOString() };
  const admin = {
    role: 'admin',
    officeId: null,
    deskId: null,
    tier: null,
    rosterPosition: null,
    active: true,
  } as const;
  const row = { ...admin, userId: username, username, name, passwordHash };
  try {
    const oneTime = oneTimePassword === null ? {} : { oneTimePassword: true };
    await revisions(store.changes, userSubject(store)).create({ ...row, ...oneTime }, author);
  } catch (error) {
    if (error instanceof Problem) throw new Error(`There is an account ${username} already.`, { cause: error });
    throw error;
  }
  return { oneTimePassword };
}

async function demandPassword(
  password: string,
  about: { username: string; settings: Pick<AppSettings, 'NODE_ENV'>; words: readonly string[] },
): Promise<void> {
  try {
    newPasswordSchema.parse(password);
    await demandGoodPassword(password, { ...about, pointer: '#' });
  } catch (cause) {
    throw new Error('This password is too short (10 characters), known to everyone, or easily guessed.', { cause });
  }
}
