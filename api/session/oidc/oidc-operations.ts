import { z } from 'zod';
import type { User } from '../../../store/users/user-repository.ts';
import type { ApiDeps } from '../../api-deps.ts';
import { sessionCookie } from '../../auth/session-cookie.ts';
import { operation, type Operation } from '../../http/operation.ts';
import { openSession, sessionSeconds } from '../sign-in.ts';
import { callbackPath, createOidcClient } from './oidc-client.ts';
import { endedPendingCookie, pendingCookie, pendingIn } from './pending-cookie.ts';

/** Why somebody comes back to the sign-in page; the page has words for each. */
type Failure = 'notOffered' | 'unavailable' | 'failed' | 'noAccount' | 'secondFactor';

/** RFC 8176: more than a password was asked for. */
const strongMethods = new Set(['mfa', 'otp', 'hwk', 'swk']);

const redirect = {
  description: 'To the provider, to the application, or back to the sign-in page with the reason as `signIn`.',
  headers: { Location: 'Where the browser goes on.', 'Set-Cookie': 'HttpOnly, SameSite=Lax, Secure in production.' },
};

/** Signing in with an account of the organisation (OpenID Connect). A browser comes here, so it is always led on. */
export function oidcOperations(deps: ApiDeps): Operation[] {
  const { store, settings, logger } = deps;
  const provider = createOidcClient(settings);
  const isSecure = (secure: boolean): boolean => secure || settings.NODE_ENV === 'production';
  const common = { method: 'get', tag: 'Session', access: 'public', responses: { 302: redirect } } as const;
  const back = (failure: Failure, secure: boolean) => ({
    status: 302 as const,
    headers: { Location: `/?signIn=${failure}`, 'Set-Cookie': endedPendingCookie(isSecure(secure)) },
  });

  /** An account is never made by this; whoever has a second factor here must have used one there. */
  const accountOf = async (username: string | null, amr: string[]): Promise<User | Failure> => {
    const user = username === null ? null : await store.users.findByUsername(username);
    if (!user?.active) return 'noAccount';
    const isStrong = amr.some((method) => strongMethods.has(method));
    return !isStrong && (await store.secondFactors.find(user.userId)) ? 'secondFactor' : user;
  };

  return [
    operation({
      ...common,
      path: '/v1/session/oidc',
      operationId: 'beginOidcSignIn',
      summary: 'Sign in with an account of the organisation',
    }).handle(async ({ secure }) => {
      if (!provider) return back('notOffered', secure);
      try {
        const { url, pending } = await provider.begin();
        const cookie = pendingCookie(pending, isSecure(secure));
        return { status: 302, headers: { Location: url.href, 'Set-Cookie': cookie } };
      } catch (error) {
        logger.warn({ err: error }, 'the OpenID provider does not answer');
        return back('unavailable', secure);
      }
    }),
    operation({
      ...common,
      path: callbackPath,
      operationId: 'finishOidcSignIn',
      summary: 'Where the provider sends the browser back to',
      description: 'Parameters that are not known are ignored, as RFC 6749 (4.1.2) has it.',
      request: { query: z.record(z.string(), z.unknown()) },
    }).handle(async ({ secure, incoming }) => {
      const pending = pendingIn(incoming?.headers.cookie);
      if (!provider || !pending || !incoming) return back('failed', secure);
      const query = /\?.*$/.exec(incoming.originalUrl)?.[0] ?? '';
      const told = await provider.finish(query, pending).catch((error: unknown) => {
        // By its kind alone: what the provider sends may hold codes.
        logger.warn(
          { fault: error instanceof Error ? error.name : 'unknown' },
          'a sign-in by the OpenID provider failed',
        );
        return null;
      });
      if (!told) return back('failed', secure);
      const account = await accountOf(told.username, told.amr);
      if (typeof account === 'string') return back(account, secure);
      const secret = await openSession(deps, account, incoming.headers['user-agent']);
      const session = sessionCookie(secret, { secure: isSecure(secure), maxAge: sessionSeconds });
      const cookies = [session, endedPendingCookie(isSecure(secure))];
      return { status: 302, headers: { Location: '/', 'Set-Cookie': cookies } };
    }),
  ];
}
