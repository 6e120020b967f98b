import { z } from 'zod';
import type { Store } from '../../store/store.ts';
import { hashPassword } from '../auth/password.ts';
import { newSpokenSecret } from '../auth/spoken-secret.ts';

export const oneTimePasswordSchema = z.string().meta({
  description: 'Shown this once. Whoever signs in with it must choose another before anything else.',
  example: 'k3mw-p9xa-dd7h-u2rt',
});

/** Replaces the user's password by a new one-time password, and answers it. */
export async function giveOneTimePassword(store: Store, userId: string): Promise<string> {
  const password = newSpokenSecret();
  await store.users.recordPassword({ userId, passwordHash: await hashPassword(password), oneTimePassword: true });
  return password;
}
