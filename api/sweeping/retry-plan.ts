const firstPauseMs = 15_000;
const longestPauseMs = 600_000;

/** When each report may be tried again: after pauses that double, up to ten minutes. Forgotten when the process ends. */
export class RetryPlan {
  readonly #plans = new Map<string, { at: number; pauseMs: number }>();

  get size(): number {
    return this.#plans.size;
  }

  isDue(id: string, now: number): boolean {
    return (this.#plans.get(id)?.at ?? 0) <= now;
  }

  tried(id: string, now: number): void {
    const last = this.#plans.get(id);
    const pauseMs = last === undefined ? firstPauseMs : Math.min(last.pauseMs * 2, longestPauseMs);
    this.#plans.set(id, { at: now + pauseMs, pauseMs });
  }

  /** Forgets all others. */
  keepOnly(ids: string[]): void {
    const kept = new Set(ids);
    for (const id of this.#plans.keys()) if (!kept.has(id)) this.#plans.delete(id);
  }
}
