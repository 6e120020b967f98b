import { hash, verify } from '@node-rs/argon2';

/**
 * argon2id (the library's default algorithm) with 19 MiB, 2 passes and 1 lane: the OWASP Password Storage Cheat Sheet's
 * recommended minimum (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html).
 */
export const passwordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, passwordCost);
}

let standIn: Promise<string> | null = null;

/**
 * Whether the password fits the hash. Without a hash (nobody by that name) the same work is done for nothing, so that
 * the time an answer takes does not tell which names exist.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  standIn ??= hashPassword('nobody has this password');
  const matches = await verify(passwordHash ?? (await standIn), password).catch(() => false);
  return matches && passwordHash !== null;
}
