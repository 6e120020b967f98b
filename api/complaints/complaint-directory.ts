import type { Store } from '../../store/store.ts';

/** Names by id. A name that is not known (any more) is answered by its id, so that nothing is ever blank. */
export interface Directory {
  people(userIds: string[]): Promise<Map<string, string>>;
  office(officeId: string): Promise<string>;
  system(systemId: string): Promise<string>;
  server(serverId: string): Promise<string>;
}

interface Cached {
  name: string;
  until: number;
}

/** Remembers what it found for `ttlMs`, and never that something was missing. */
class NameCache {
  readonly #names = new Map<string, Cached>();
  readonly #ttlMs: number;
  readonly #limit = 10_000;

  constructor(ttlMs: number) {
    this.#ttlMs = ttlMs;
  }

  get(id: string): string | undefined {
    const cached = this.#names.get(id);
    return cached !== undefined && cached.until > Date.now() ? cached.name : undefined;
  }

  put(id: string, name: string): void {
    if (this.#names.size >= this.#limit) this.#names.clear();
    this.#names.set(id, { name, until: Date.now() + this.#ttlMs });
  }
}

type Find = (id: string) => Promise<{ name: string } | null>;

function cachedName(find: Find, cache: NameCache): (id: string) => Promise<string> {
  return async (id) => {
    const known = cache.get(id);
    if (known !== undefined) return known;
    const found = await find(id);
    if (found === null) return id;
    cache.put(id, found.name);
    return found.name;
  };
}

/** Names change seldom and are shown everywhere: a few seconds of memory spare most look-ups. */
export function createDirectory(store: Store, ttlMs = 10_000): Directory {
  const cache = () => new NameCache(ttlMs);
  const people = cache();
  return {
    async people(userIds) {
      const missing = [...new Set(userIds)].filter((id) => people.get(id) === undefined);
      const found = missing.length > 0 ? await store.users.findMany(missing) : [];
      for (const user of found) people.put(user.userId, user.name);
      return new Map(userIds.map((id) => [id, people.get(id) ?? id]));
    },
    office: cachedName((id) => store.offices.find(id), cache()),
    system: cachedName((id) => store.systems.find(id), cache()),
    server: cachedName((id) => store.officeServers.find(id), cache()),
  };
}
