import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/**
 * One durable timer for the earliest of several instants. It is left alone while that instant stays the same, so that a
 * case that receives a thousand messages does not start and cancel a thousand timers.
 */
export class DeadlineTimer {
  readonly #onDue: () => void;
  #at: number | null = null;
  #scope: CancellationScope | null = null;

  constructor(onDue: () => void) {
    this.#onDue = onDue;
  }

  /** Arms the timer for `at` (epoch milliseconds), or disarms it (null). `summary` is shown in the Temporal UI. */
  arm(at: number | null, summary: string): void {
    if (at === this.#at) return;
    this.#scope?.cancel();
    this.#at = at;
    this.#scope = null;
    if (at === null) return;
    const scope = new CancellationScope();
    this.#scope = scope;
    scope
      .run(() => sleep(Math.max(0, at - Date.now()), { summary }))
      .then(() => this.#due(scope))
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
  }

  #due(scope: CancellationScope): void {
    if (scope !== this.#scope) return;
    this.#at = null;
    this.#scope = null;
    this.#onDue();
  }
}
