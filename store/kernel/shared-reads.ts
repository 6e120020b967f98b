import { performance } from 'node:perf_hooks';
import { callTimeout } from './time-limit.ts';

/**
 * The repository with some of its reads shared: whoever asks for the same while it is being read waits, and all who wait
 * share the next read. Contract:
 * 1. A read begins after everybody who gets its answer has asked: nobody is told of a time before their question.
 * 2. Each gets a copy of their own.
 * 3. One read of the same is under way at a time, unless it has taken too long: then another begins beside it. A failure is
 *    that of all who share it.
 */
export function sharedReads<R extends object>(repository: R, names: readonly (keyof R & string)[]): R {
  const shared = new Map(names.map((name) => [name as string, sharing(repository, name)]));
  return new Proxy(repository, {
    get: (target, name) => shared.get(String(name)) ?? (Reflect.get(target, name) as unknown),
  });
}

/** Reads of the same: the one under way, and the one that begins after it. */
interface Line {
  running: Promise<unknown>;
  beganAt: number;
  next: Promise<unknown> | null;
}

function sharing(repository: object, name: string): (...given: unknown[]) => Promise<unknown> {
  const method = Reflect.get(repository, name) as (...given: unknown[]) => Promise<unknown>;
  const lines = new Map<string, Line>();

  const begin = (key: string, given: unknown[]): Promise<unknown> => {
    const running = Reflect.apply(method, repository, given);
    const line: Line = { running, beganAt: performance.now(), next: null };
    lines.set(key, line);
    const ended = () => {
      if (line.next === null && lines.get(key) === line) lines.delete(key);
    };
    running.then(ended, ended);
    return running;
  };

  return async (...given) => {
    const key = JSON.stringify(given);
    const line = lines.get(key);
    // No call lasts longer: nobody waits for one whose end was lost.
    if (line === undefined || performance.now() - line.beganAt > callTimeout) return begin(key, given);
    const again = () => begin(key, given);
    line.next ??= line.running.then(again, again);
    return structuredClone(await line.next);
  };
}
