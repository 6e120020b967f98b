import type { User } from '../../store/users/user-repository.ts';
import type { ApiDeps } from '../api-deps.ts';
import { verifyPassword } from '../auth/password.ts';
import type { ProblemCode } from '../http/problem-codes.ts';
import { Problem } from '../http/problem.ts';
import type { SecondFactors } from './second-factor/second-factors.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';

interface Proof {
  userId: string;
  address: string;
  password: string;
  /** Asked of whoever has a second factor when it is given here; of somebody without one it is refused. */
  code?: string;
}

export type ConfirmIdentity = (proof: Proof) => Promise<User>;

/**
 * Asks somebody who is signed in for their password again, and for a code where one is given: an open screen is not
 * enough for what changes how one signs in. Guessing here counts as guessing at the sign-in.
 *
 * @throws Problem wrong_password, wrong_second_factor, second_factor_missing, too_many_sign_ins
 */
export function createConfirmIdentity(
  { store }: Pick<ApiDeps, 'store'>,
  { throttle, factors }: { throttle: SignInThrottle; factors: SecondFactors },
): ConfirmIdentity {
  return async ({ userId, address, password, code }) => {
    const user = await store.users.find(userId);
    if (!user) throw new Problem('unauthenticated');
    let failure: ProblemCode = 'wrong_password';
    const passed = await throttle.attempt({ username: user.username, address }, async () => {
      if (!(await verifyPassword(user.passwordHash, password))) return null;
      if (code === undefined) return true;
      const factor = await factors.find(userId);
      if (!factor) throw new Problem('second_factor_missing');
      failure = 'wrong_second_factor';
      return (await factors.accepts(factor, code)) ? true : null;
    });
    if (!passed) throw new Problem(failure);
    return user;
  };
}
