import type { z } from 'zod';

/** What stands in examples and comes to mind first: whoever finds the address tries these. */
const wellKnown = new Set([
  ...['admin', 'change-me', 'changeme', 'default', 'example', 'giliran', 'giliran-demo', 'mongo', 'mongodb'],
  ...['password', 'rahasia', 'root', 'secret', 'test', '123456', '12345678'],
]);

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

interface Settings {
  NODE_ENV: string;
  MONGODB_URI: string;
  SMTP_URL?: string | undefined;
  OIDC_CLIENT_SECRET?: string | undefined;
  OIDC_ISSUER?: string | undefined;
  PUBLIC_URL?: string | undefined;
  DEMO_LOGINS?: boolean | undefined;
}

/** In production a process refuses to start with what is fine on a laptop. Added to a schema by `superRefine`. */
export function refuseInProduction(settings: Settings, context: z.core.$RefinementCtx): void {
  if (settings.NODE_ENV !== 'production') return;
  const refuse = (name: keyof Settings, message: string): void => {
    context.addIssue({ code: 'custom', path: [name], message: `${message} (NODE_ENV=production)` });
  };
  for (const name of ['MONGODB_URI', 'SMTP_URL'] as const) {
    if (isWellKnown(passwordIn(settings[name]))) refuse(name, 'holds a well-known password');
  }
  if (isWellKnown(settings.OIDC_CLIENT_SECRET)) refuse('OIDC_CLIENT_SECRET', 'is well known');
  if (settings.DEMO_LOGINS === true) refuse('DEMO_LOGINS', 'must not be on');
  for (const name of ['PUBLIC_URL', 'OIDC_ISSUER'] as const) {
    if (isPlain(settings[name])) refuse(name, 'must begin with https://: cookies and codes are not sent in the clear');
  }
}

function isWellKnown(secret: string | undefined): boolean {
  return secret !== undefined && wellKnown.has(secret.toLowerCase());
}

/** Not by URL: several hosts of a replica set in one address are no URL. */
function passwordIn(address: string | undefined): string | undefined {
  const password = address === undefined ? null : /^[\w+]+:\/\/[^:/@]*:([^@/]*)@/.exec(address);
  return password?.[1] === undefined ? undefined : decodeURIComponent(password[1]);
}

/** On the machine itself nothing can listen in between. */
function isPlain(address: string | undefined): boolean {
  if (address === undefined) return false;
  const { hostname, protocol } = new URL(address);
  return protocol === 'http:' && !loopback.has(hostname);
}
