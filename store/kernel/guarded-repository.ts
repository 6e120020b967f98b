import { assertStorable, storableCopy } from './storable-text.ts';

/** Methods that write; every other one only looks up. */
const writers = new Set([
  ...['insert', 'append', 'record', 'place', 'saveSettings', 'recordPassword', 'recordSecret'],
  ...['begin', 'bind', 'detach'],
  ...['change', 'recordAttempt', 'saveMailChoices'],
  ...['useStep', 'blank', 'replaceRecoveryCodes', 'touch'],
]);

/** Runs one call of a repository: may refuse it, bound it, and translate what it throws. */
export type CallGuard = <T>(call: () => Promise<T>) => Promise<T>;

/**
 * The repository with every call under `guard`, and the same answer everywhere to texts that not every store can keep:
 * a write is refused with UnstorableText before anything is sent, a look-up finds nothing.
 */
export function guardedRepository<R extends object>(repository: R, guard: CallGuard): R {
  return new Proxy(repository, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...given: unknown[]) => {
        const writes = writers.has(String(name));
        if (writes) assertStorable(given, '');
        const used = writes ? given : storableCopy(given);
        return guard(async () => (await Reflect.apply(method, target, used)) as unknown);
      };
    },
  });
}
