import { setTimeout as pause } from 'node:timers/promises';

interface Watched {
  /** Whether its reader may go on; rejects when that cannot be known now. */
  mayGoOn(): Promise<boolean>;
  end(): void;
}

export interface WatchOptions {
  /** Milliseconds between two looks at a stream. */
  everyMs: number;
  /** Milliseconds at least between two looks of this process: with many streams each is looked at more seldom. */
  paceMs: number;
}

/**
 * Ends the streams of those who may not follow any more: their account was shut, their session or token ended, or their
 * rights are others now. One stream after the other asks the store, which is all that processes share; so it does not
 * matter which of them was told. Up to 300 streams each is looked at every three seconds, 2,000 every twenty. While the
 * store is away streams stay, and nothing is told on them.
 */
export class StreamWatch {
  readonly #options: WatchOptions;
  readonly #watched = new Set<Watched>();
  #isWatching = false;

  constructor(options: Partial<WatchOptions> = {}) {
    this.#options = { everyMs: 3_000, paceMs: 10, ...options };
  }

  /** The answer ends it. */
  add(watched: Watched): () => void {
    this.#watched.add(watched);
    if (!this.#isWatching) void this.#watch();
    return () => void this.#watched.delete(watched);
  }

  async #watch(): Promise<void> {
    this.#isWatching = true;
    while (this.#watched.size > 0) {
      const from = Date.now();
      for (const watched of [...this.#watched]) {
        await this.#look(watched);
        await pause(this.#options.paceMs, undefined, { ref: false });
      }
      await pause(Math.max(0, from + this.#options.everyMs - Date.now()), undefined, { ref: false });
    }
    this.#isWatching = false;
  }

  async #look(watched: Watched): Promise<void> {
    const mayGoOn = await watched.mayGoOn().catch(() => true);
    if (mayGoOn || !this.#watched.delete(watched)) return;
    watched.end();
  }
}
