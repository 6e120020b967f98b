import type { Store } from '../store/store.ts';
import type { User } from '../store/users/user-repository.ts';

/** Milliseconds. Who is told is not worth a look-up for each entry; a change is seen that much later. */
const ttl = 15_000;
const limit = 5_000;

export interface People {
  /** Those that are known, by id. */
  known(userIds: string[]): Promise<Map<string, User>>;
  /** Ids of the desk's active supervisors. */
  supervisorsOf(deskId: string): Promise<string[]>;
}

/** The store's people, each remembered for a few seconds. */
export function rememberedPeople(store: Pick<Store, 'users'>, now: () => number = Date.now): People {
  const users = new Map<string, { user: User | null; until: number }>();
  const desks = new Map<string, { ids: string[]; until: number }>();
  return {
    async known(userIds) {
      const wanted = [...new Set(userIds)];
      const missing = wanted.filter((id) => (users.get(id)?.until ?? 0) <= now());
      const found = new Map((await store.users.findMany(missing)).map((user) => [user.userId, user]));
      if (users.size + missing.length > limit) users.clear();
      for (const id of missing) users.set(id, { user: found.get(id) ?? null, until: now() + ttl });
      const pairs = wanted.flatMap((id) => {
        const user = found.get(id) ?? users.get(id)?.user;
        return user ? [[id, user] as const] : [];
      });
      return new Map(pairs);
    },
    async supervisorsOf(deskId) {
      const remembered = desks.get(deskId);
      if (remembered && remembered.until > now()) return remembered.ids;
      const ids = (await store.users.supervisorsOf(deskId)).map(({ userId }) => userId);
      desks.set(deskId, { ids, until: now() + ttl });
      return ids;
    },
  };
}
