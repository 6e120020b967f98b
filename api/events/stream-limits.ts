import { Problem } from '../http/problem.ts';

/** Streams of one account and of one process: each holds a connection. */
const mostOfAccount = 6;
const mostInAll = 2_000;

/** Counts the streams that are open. */
export class StreamLimits {
  readonly #open = new Map<string, number>();
  #all = 0;

  /**
   * The answer is to be called once when the stream has ended.
   *
   * @throws Problem too_many_streams
   */
  enter(accountId: string): () => void {
    const own = this.#open.get(accountId) ?? 0;
    if (own >= mostOfAccount || this.#all >= mostInAll) {
      throw new Problem('too_many_streams', { headers: { 'Retry-After': '30' } });
    }
    this.#count(accountId, 1);
    let left = false;
    return () => {
      if (!left) this.#count(accountId, -1);
      left = true;
    };
  }

  #count(accountId: string, change: 1 | -1): void {
    const own = (this.#open.get(accountId) ?? 0) + change;
    if (own === 0) this.#open.delete(accountId);
    else this.#open.set(accountId, own);
    this.#all += change;
  }
}
