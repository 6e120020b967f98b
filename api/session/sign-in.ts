import type { User } from '../../store/users/user-repository.ts';
import type { ApiDeps } from '../api-deps.ts';
import { verifyPassword } from '../auth/password.ts';
import { hashOfSecret, newSecret } from '../auth/secret.ts';
import { Problem } from '../http/problem.ts';
import { demoPassword } from './password-rules.ts';
import { createSignInThrottle } from './sign-in-throttle.ts';

/** A sign-in lasts this long, whatever happens in it. */
export const sessionSeconds = 12 * 60 * 60;

interface SignInRequest {
  username: string;
  password: string;
  address: string;
}

export type SignIn = (request: SignInRequest) => Promise<{ user: User; secret: string }>;

/** Every failure looks the same: unknown name, wrong password, someone who left. */
export function createSignIn({ store, settings, clock }: ApiDeps): SignIn {
  const throttle = createSignInThrottle(clock);

  const verified = async (username: string, password: string): Promise<User | null> => {
    const user = await store.users.findByUsername(username);
    const matches = await verifyPassword(user?.passwordHash ?? null, password);
    const refused = settings.NODE_ENV === 'production' && password === demoPassword;
    return user && matches && user.active && !refused ? user : null;
  };

  return async ({ username, password, address }) => {
    const user = await throttle.attempt({ username, address }, () => verified(username, password));
    if (!user) throw new Problem('sign_in_failed');
    const secret = newSecret();
    const now = clock().getTime();
    await store.sessions.insert({
      tokenHash: hashOfSecret(secret),
      userId: user.userId,
      createdAt: new Date(now).toISOString(),
      expiresAt: new Date(now + sessionSeconds * 1000).toISOString(),
    });
    return { user, secret };
  };
}
