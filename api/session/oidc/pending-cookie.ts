import { parse, serialize } from 'cookie';
import { z } from 'zod';
import type { PendingSignIn } from './oidc-client.ts';

const name = 'giliran_oidc';
/** Seconds that somebody may take at the provider. */
const maxAge = 600;
const pendingSchema = z.strictObject({ state: z.string(), nonce: z.string(), codeVerifier: z.string() });

/** Sent to nothing but the way back. Lax: the provider's redirect comes from another site. */
const attributes = { httpOnly: true, sameSite: 'lax', path: '/v1/session/oidc' } as const;

export function pendingCookie(pending: PendingSignIn, secure: boolean): string {
  const value = Buffer.from(JSON.stringify(pending)).toString('base64url');
  return serialize(name, value, { ...attributes, secure, maxAge });
}

export function endedPendingCookie(secure: boolean): string {
  return serialize(name, '', { ...attributes, secure, maxAge: 0 });
}

/** Null when there is none, or it is none of ours. */
export function pendingIn(cookieHeader: string | undefined): PendingSignIn | null {
  try {
    const value = parse(cookieHeader ?? '')[name] ?? '';
    return pendingSchema.parse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')));
  } catch {
    return null;
  }
}
