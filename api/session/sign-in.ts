import type { Session } from '../../store/sessions/session-repository.ts';
import type { User } from '../../store/users/user-repository.ts';
import type { ApiDeps } from '../api-deps.ts';
import { verifyPassword } from '../auth/password.ts';
import { hashOfSecret, newSecret } from '../auth/secret.ts';
import type { ProblemCode } from '../http/problem-codes.ts';
import { Problem } from '../http/problem.ts';
import { deviceOf } from './device-words.ts';
import { demoPassword } from './password-rules.ts';
import { secondFactors } from './second-factor/second-factors.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';

/** A sign-in lasts this long, whatever happens in it. */
export const sessionSeconds = 12 * 60 * 60;

interface SignInRequest {
  username: string;
  password: string;
  /** Of whoever has a second factor: a code of their authenticator, or a recovery code. */
  totp?: string;
  address: string;
  /** What the browser says of itself. */
  userAgent?: string;
}

export type SignIn = (request: SignInRequest) => Promise<{ user: User; secret: string }>;

/**
 * Every failure of name and password looks the same: unknown name, wrong password, someone who left. That a second factor
 * is wanted is told only to who knows the password.
 */
export function createSignIn(deps: ApiDeps, throttle: SignInThrottle): SignIn {
  const { store, settings } = deps;
  const factors = secondFactors(deps);

  const byPassword = async (username: string, password: string): Promise<User | null> => {
    const user = await store.users.findByUsername(username);
    const matches = await verifyPassword(user?.passwordHash ?? null, password);
    const refused = settings.NODE_ENV === 'production' && password === demoPassword;
    return user && matches && user.active && !refused ? user : null;
  };

  return async ({ username, password, totp, address, userAgent }) => {
    let failure: ProblemCode = 'sign_in_failed';
    const user = await throttle.attempt({ username, address }, async () => {
      const known = await byPassword(username, password);
      const factor = known && (await factors.find(known.userId));
      if (!factor) return known;
      if (!totp) throw new Problem('second_factor_required');
      failure = 'second_factor_failed';
      return (await factors.accepts(factor, totp)) ? known : null;
    });
    if (!user) throw new Problem(failure);
    return { user, secret: await openSession(deps, user, userAgent) };
  };
}

/** Begins a session of somebody who has proved who they are, and answers its secret. */
export async function openSession(
  { store, clock }: Pick<ApiDeps, 'store' | 'clock'>,
  { userId }: Pick<User, 'userId'>,
  userAgent = '',
): Promise<string> {
  const secret = newSecret();
  const now = clock().getTime();
  const session: Session = {
    ...{ tokenHash: hashOfSecret(secret), userId },
    createdAt: new Date(now).toISOString(),
    expiresAt: new Date(now + sessionSeconds * 1000).toISOString(),
    ...deviceOf(userAgent),
  };
  await store.sessions.insert(session);
  return secret;
}
