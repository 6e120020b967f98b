import { ipKeyGenerator } from 'express-rate-limit';
import { Problem } from '../http/problem.ts';
import { ipv6Prefix } from '../http/rate-limit.ts';

const windowMs = 15 * 60_000;
const failuresPerAccount = 10;
const failuresPerAddress = 50;
/** Names and addresses remembered at once; beyond it the oldest are forgotten first. */
const remembered = 20_000;

/** Failures of the last 15 minutes by key, oldest key first. */
class FailureLog {
  readonly #times = new Map<string, number[]>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Milliseconds until the key may try again; 0 when it may now. */
  waitOf(key: string, now: number): number {
    const recent = (this.#times.get(key) ?? []).filter((time) => time > now - windowMs);
    if (recent.length === 0) this.#times.delete(key);
    const oldest = recent.at(-this.#limit);
    return oldest === undefined ? 0 : oldest + windowMs - now;
  }

  add(key: string, now: number): void {
    const times = [...(this.#times.get(key) ?? []), now].slice(-this.#limit);
    this.#times.delete(key);
    this.#times.set(key, times);
    const [oldest] = this.#times.keys();
    if (this.#times.size > remembered && oldest !== undefined) this.#times.delete(oldest);
  }

  clear(key: string): void {
    this.#times.delete(key);
  }
}

export interface SignInThrottle {
  /**
   * Runs one attempt, which answers null when it fails. Attempts on one account run one after the other, so that a burst
   * cannot slip through before its first failure is counted. Only failures count: what `verify` throws neither counts nor
   * forgives the failures before it.
   * @throws Problem too_many_sign_ins
   */
  attempt<T>(who: { username: string; address: string }, verify: () => Promise<T | null>): Promise<T | null>;
}

export function createSignInThrottle(clock: () => Date): SignInThrottle {
  const accounts = new FailureLog(failuresPerAccount);
  const addresses = new FailureLog(failuresPerAddress);
  const queues = new Map<string, Promise<unknown>>();

  const once = async <T>(username: string, from: string, verify: () => Promise<T | null>): Promise<T | null> => {
    const address = from === '' ? from : ipKeyGenerator(from, ipv6Prefix);
    const now = clock().getTime();
    const wait = Math.max(accounts.waitOf(username, now), addresses.waitOf(address, now));
    if (wait > 0)
      throw new Problem('too_many_sign_ins', { headers: { 'Retry-After': String(Math.ceil(wait / 1000)) } });
    const result = await verify();
    if (result !== null) accounts.clear(username);
    else
      for (const [log, key] of [
        [accounts, username],
        [addresses, address],
      ] as const)
        log.add(key, now);
    return result;
  };

  return {
    attempt(who, verify) {
      const previous = queues.get(who.username) ?? Promise.resolve();
      const mine = previous.catch(() => undefined).then(() => once(who.username, who.address, verify));
      queues.set(who.username, mine);
      return mine.finally(() => {
        if (queues.get(who.username) === mine) queues.delete(who.username);
      });
    },
  };
}
