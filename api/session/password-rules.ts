import { z } from 'zod';
import type { AppSettings } from '../api-deps.ts';
import { invalid } from '../http/problem.ts';

/** Everybody knows it: fine on a laptop, refused in production. */
export const demoPassword = 'giliran-demo';

/**
 * NIST SP 800-63B, 3.1.1.2 (https://pages.nist.gov/800-63-4/sp800-63b.html): length counts, what it is made of does not,
 * and what is known or easily guessed is refused. It asks for 8 characters; ten leave some room.
 */
export const newPasswordSchema = z
  .string()
  .min(10)
  .max(200)
  .meta({ description: 'At least 10 characters of any kind.' });

/** Long enough to be known, too short to be guessed at; each in lower case. */
const wellKnown = new Set(['1234567890', '0987654321', 'qwertyuiop', 'password123', 'password1234', 'katasandi123']);

/** @throws Problem validation_failed at `pointer` */
export function demandGoodPassword(
  password: string,
  { username, settings, pointer }: { username: string; settings: Pick<AppSettings, 'NODE_ENV'>; pointer: string },
): void {
  const plain = password.toLowerCase();
  const isDemo = settings.NODE_ENV === 'production' && plain === demoPassword;
  if (isDemo || wellKnown.has(plain) || new Set(plain).size < 3)
    throw invalid({ in: 'body', pointer, code: 'well_known_password' });
  if (plain === username.toLowerCase()) throw invalid({ in: 'body', pointer, code: 'password_is_name' });
}
