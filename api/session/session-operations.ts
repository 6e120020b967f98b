import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { ownSessionOf } from '../auth/own-session.ts';
import { owesSecondFactor } from '../auth/second-factor-duty.ts';
import { endedSessionCookie, sessionCookie } from '../auth/session-cookie.ts';
import { operation, type Operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';
import { createSignIn, sessionSeconds } from './sign-in.ts';
import { presentUser, userSchema } from './user-presenter.ts';

const signInSchema = z
  .strictObject({
    username: z.string().trim().toLowerCase().min(1).max(100),
    password: z.string().min(1).max(1000),
    totp: z
      .string()
      .trim()
      .max(40)
      .optional()
      .meta({ description: 'Of accounts with a second factor: a code of the authenticator, or a recovery code.' }),
  })
  .meta({ id: 'SignIn', example: { username: 'petugas-a', password: 'giliran-demo' } });

const sessionSchema = z.strictObject({ user: userSchema }).meta({ id: 'Session' });

const cookieHeader = { 'Set-Cookie': 'The session: HttpOnly, SameSite=Lax, Secure over https and in production.' };

export function sessionOperations(deps: ApiDeps, throttle: SignInThrottle): Operation[] {
  const signIn = createSignIn(deps, throttle);
  const isSecure = (secure: boolean): boolean => secure || deps.settings.NODE_ENV === 'production';
  const common = { tag: 'Session', path: '/v1/session' };
  return [
    operation({
      ...common,
      method: 'post',
      operationId: 'signIn',
      summary: 'Sign in',
      description:
        'Failures are counted for each account and address; too many of them have to wait. 401 `second_factor_required` asks for the same again with `totp`.',
      access: 'public',
      request: { body: signInSchema },
      responses: { 200: { description: 'Signed in.', body: sessionSchema, headers: cookieHeader } },
      problems: [
        ...(['sign_in_failed', 'second_factor_required', 'second_factor_failed'] as const),
        ...(['too_many_sign_ins', 'cross_site'] as const),
      ],
    }).handle(async ({ body, address, secure, incoming }) => {
      const { user, secret } = await signIn({ ...body, address, userAgent: incoming?.headers['user-agent'] });
      const mustEnrolSecondFactor = await owesSecondFactor(deps, user);
      const cookie = sessionCookie(secret, { secure: isSecure(secure), maxAge: sessionSeconds });
      return {
        status: 200,
        body: { user: presentUser(user, { mustEnrolSecondFactor }) },
        headers: { 'Set-Cookie': cookie },
      };
    }),
    operation({
      ...common,
      method: 'get',
      operationId: 'getSession',
      summary: 'Who is signed in',
      access: 'signedIn',
      beforePasswordChange: true,
      beforeSecondFactor: true,
      responses: { 200: { description: 'The account of the session or token.', body: sessionSchema } },
    }).handle(async ({ actor }) => {
      const user = await deps.store.users.find(actor.id);
      if (!user) throw new Problem('unauthenticated');
      return { status: 200, body: { user: presentUser(user, actor) } };
    }),
    operation({
      ...common,
      method: 'delete',
      operationId: 'signOut',
      summary: 'Sign out',
      access: 'signedIn',
      beforePasswordChange: true,
      beforeSecondFactor: true,
      responses: { 204: { description: 'The session has ended.', headers: cookieHeader } },
      problems: ['session_required'],
    }).handle(async ({ secure, ...caller }) => {
      await deps.store.sessions.remove(ownSessionOf(caller).tokenHash);
      return { status: 204, headers: { 'Set-Cookie': endedSessionCookie({ secure: isSecure(secure) }) } };
    }),
  ];
}
