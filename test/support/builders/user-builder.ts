import type { User } from '../../../store/users/user-repository.ts';
import { nextBuilt } from './built-counter.ts';

/** An active tier-1 agent of the demo desk with an identity of its own, and no password that could match. */
export function buildUser(overrides: Partial<User> = {}): User {
  const n = nextBuilt();
  return {
    userId: `agent-${n}`,
    username: `agent-${n}`,
    name: `Agent ${n}`,
    role: 'agent',
    officeId: null,
    deskId: 'layanan',
    tier: 'tier-1',
    rosterPosition: n,
    passwordHash: 'not-a-hash',
    active: true,
    ...overrides,
  };
}
