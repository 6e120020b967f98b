import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { Store } from '../../store/store.ts';
import { hashPassword } from '../auth/password.ts';

/** Without characters that look alike. 16 of 31 are 79 bits. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = 4;
const groupLength = 4;

export const oneTimePasswordSchema = z.string().meta({
  description: 'Shown this once. Whoever signs in with it must choose another before anything else.',
  example: 'k3mw-p9xa-dd7h-u2rt',
});

/** A password that can be read out over the telephone. */
export function newOneTimePassword(): string {
  const group = () => Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** Replaces the user's password by a new one-time password, and answers it. */
export async function giveOneTimePassword(store: Store, userId: string): Promise<string> {
  const password = newOneTimePassword();
  await store.users.recordPassword({ userId, passwordHash: await hashPassword(password), oneTimePassword: true });
  return password;
}
