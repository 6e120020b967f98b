import type { Tier } from '../../workflows/kernel/tier.ts';
import type { Role, User } from '../../store/users/user-repository.ts';

/** Who is asking, as far as rights depend on it. A bearer token's actor is its owner. */
export interface Actor {
  id: string;
  role: Role;
  name: string;
  officeId: string | null;
  deskId: string | null;
  tier: Tier | null;
  /** Signed in with a one-time password: may choose another, and nothing else. */
  mustChangePassword?: boolean;
  /** Their role demands a second factor and they have none: may set one up, and nothing else. */
  mustEnrolSecondFactor?: boolean;
}

export function actorOf(
  user: User,
  { mustEnrolSecondFactor = false }: { mustEnrolSecondFactor?: boolean } = {},
): Actor {
  const { userId, role, name, officeId, deskId, tier } = user;
  const actor = { id: userId, role, name, officeId, deskId, tier };
  return {
    ...actor,
    ...(user.oneTimePassword === true && { mustChangePassword: true }),
    ...(mustEnrolSecondFactor && { mustEnrolSecondFactor: true }),
  };
}
