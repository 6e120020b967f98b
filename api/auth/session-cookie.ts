import { parse, serialize } from 'cookie';

export const sessionCookieName = 'giliran_session';

export function sessionSecretIn(cookieHeader: string | undefined): string | null {
  return parse(cookieHeader ?? '')[sessionCookieName] || null;
}

const attributes = { httpOnly: true, sameSite: 'lax', path: '/' } as const;

export function sessionCookie(secret: string, { secure, maxAge }: { secure: boolean; maxAge: number }): string {
  return serialize(sessionCookieName, secret, { ...attributes, secure, maxAge });
}

export function endedSessionCookie({ secure }: { secure: boolean }): string {
  return serialize(sessionCookieName, '', { ...attributes, secure, maxAge: 0 });
}
