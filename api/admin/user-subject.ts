import type { Store } from '../../store/store.ts';
import type { User } from '../../store/users/user-repository.ts';
import type { Subject } from './revision.ts';

/** What admins set of a user. The password is not among it, nor what people choose for themselves. */
export function userSubject({ users, sessions, secondFactors }: Store): Subject<User> {
  return {
    kind: 'user',
    idOf: ({ userId }) => userId,
    find: (id) => users.find(id),
    insert: (row) => users.insert(row),
    record: ({ userId, username, name, role, officeId, deskId, tier, rosterPosition, email, active, version }) =>
      users.record({
        ...{ userId, username, name, role, officeId, deskId, tier, rosterPosition, active },
        ...(version !== undefined && { version }),
        ...(email !== undefined && { email }),
      }),
    // Whoever gets the id later inherits nothing.
    remove: async (id) => {
      await users.remove(id);
      await Promise.all([sessions.removeOfUser(id), secondFactors.remove(id)]);
    },
    snapshot: ({ username, name, role, officeId, deskId, tier, email = null, active }) => ({
      ...{ username, name, role, officeId, deskId, tier, email, active },
    }),
  };
}
