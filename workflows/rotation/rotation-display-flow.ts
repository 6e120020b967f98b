import { patched } from '@temporalio/workflow';
import { DeadlineTimer } from '../kernel/deadline-timer.ts';

/** Places that are given back are shown so often at most, milliseconds. */
const pace = 1_000;

/**
 * When a rotation's state is written into the read model besides its turns: at once where somebody has asked for a change,
 * and once a second at most for places that cases give back, of which there are as many as turns.
 */
export class RotationDisplay {
  readonly #show: () => Promise<void>;
  readonly #timer = new DeadlineTimer(() => (this.#isDue = true));
  /** Epoch milliseconds. */
  #shownAt = 0;
  #isDue = false;

  constructor(show: () => Promise<void>) {
    this.#show = show;
  }

  /** What was put off is to be shown now. */
  get isDue(): boolean {
    return this.#isDue;
  }

  /** It is shown with the turns. */
  isShown(): void {
    this.#timer.arm(null, '');
    this.#isDue = false;
    this.#shownAt = Date.now();
  }

  async now(): Promise<void> {
    this.isShown();
    await this.#show();
  }

  async soon(): Promise<void> {
    const next = this.#shownAt + pace;
    if (next <= Date.now() || !patched('places-are-shown-once-a-second')) return this.now();
    this.#timer.arm(next, 'until the places that were given back are shown');
  }
}
