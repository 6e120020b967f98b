import { randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { passwordCost } from '../../auth/password.ts';
import { newSpokenSecret } from '../../auth/spoken-secret.ts';

const howMany = 10;

export function newRecoveryCodes(): string[] {
  return Array.from({ length: howMany }, newSpokenSecret);
}

export function newRecoverySalt(): string {
  return randomBytes(16).toString('hex');
}

/**
 * What is kept of a recovery code: 79 bits are fewer than the 112 from which a fast hash would do (ASVS 5.0, 6.5.2). The
 * codes of one person share a salt, so that one is found among ten by one computation.
 */
export async function hashOfRecoveryCode(recoveryCode: string, salt: string): Promise<string> {
  const typed = recoveryCode.toLowerCase().replace(/[^a-z0-9]/g, '');
  return (await hashRaw(typed, { ...passwordCost, salt: Buffer.from(salt, 'hex') })).toString('hex');
}
