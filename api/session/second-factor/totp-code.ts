import { generateSecret, generateURI, verifySync } from 'otplib';

/** Seconds that one code lasts, and by how many a clock may be off in either direction (RFC 6238, 5.2). */
const period = 30;
const code = /^\d{6}$/;

/** 160 random bits in base 32 (RFC 4226 asks for that much). */
export function newTotpSecret(): string {
  return generateSecret({ length: 20 });
}

/** What authenticator applications read from a QR code. */
export function totpUri({ secret, username }: { secret: string; username: string }): string {
  return generateURI({ issuer: 'Giliran', label: username, secret });
}

/**
 * The time step whose code this is: the current one, the one before or the one after; null when it is none of theirs.
 *
 * @param now epoch milliseconds
 */
export function stepOfCode({ secret, token, now }: { secret: string; token: string; now: number }): number | null {
  if (!code.test(token)) return null;
  const epoch = Math.floor(now / 1000);
  const result = verifySync({ secret, token, epoch, period, epochTolerance: period });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}

/** Steps that no code can be accepted for any more. */
export function endedSteps(now: number): { before: number } {
  return { before: Math.floor(now / 1000 / period) - 10 };
}
