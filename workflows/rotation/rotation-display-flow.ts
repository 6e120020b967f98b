import { patched } from '@temporalio/workflow';
import { DeadlineTimer } from '../kernel/deadline-timer.ts';
import type { RotationHead, RotationState, RotationView } from './rotation-types.ts';
import { rotationHead, rotationView } from './rotation-view.ts';

/** Places that are given back are shown so often at most, milliseconds. */
const pace = 1_000;

/** The lists of a rotation with more open and waiting cases do not go along with all that it does (ADR 0035). */
const manyPlaces = 200;

/**
 * When a rotation's state is written into the read model besides its turns: at once where somebody has asked for a change,
 * and once a second at most for places that cases give back, of which there are as many as turns. The lists of a large
 * one follow what is shown at once, the more seldom the longer they are.
 */
export class RotationDisplay {
  readonly #stateNow: () => RotationState;
  readonly #record: (view: RotationView | RotationHead) => Promise<void>;
  readonly #timer = new DeadlineTimer(() => (this.#isDue = true));
  /** When all of it was shown last; epoch milliseconds. */
  #shownAt = 0;
  /** When the lists follow that were not shown; epoch milliseconds. */
  #followAt: number | null = null;
  #isDue = false;

  constructor(stateNow: () => RotationState, record: (view: RotationView | RotationHead) => Promise<void>) {
    this.#stateNow = stateNow;
    this.#record = record;
  }

  /** What was put off is to be shown now. */
  get isDue(): boolean {
    return this.#isDue;
  }

  /** What is to be shown with the turns. */
  view(): RotationView | RotationHead {
    const state = this.#stateNow();
    if (!this.#isDue && this.#mayFollow(state)) {
      this.#follow(state);
      return rotationHead(state);
    }
    this.#timer.arm(null, '');
    this.#isDue = false;
    this.#followAt = null;
    this.#shownAt = Date.now();
    return rotationView(state);
  }

  async now(): Promise<void> {
    await this.#record(this.view());
  }

  async soon(): Promise<void> {
    const state = this.#stateNow();
    if (this.#mayFollow(state)) return this.#follow(state);
    const next = this.#shownAt + pace;
    if (next <= Date.now() || !patched('places-are-shown-once-a-second')) return this.now();
    this.#timer.arm(next, 'until the places that were given back are shown');
  }

  #mayFollow(state: RotationState): boolean {
    const isSoon = Date.now() < (this.#followAt ?? this.#shownAt + paceOf(state));
    return placesOf(state) > manyPlaces && isSoon && patched('lists-of-a-large-rotation-follow');
  }

  /** One timer, however much is shown until then. */
  #follow(state: RotationState): void {
    this.#followAt ??= this.#shownAt + paceOf(state);
    this.#timer.arm(this.#followAt, 'until who has cases and who waits is shown');
  }
}

function placesOf({ assignments, waiting }: RotationState): number {
  return assignments.length + waiting.length;
}

/** Milliseconds: so that showing them takes the same part of the time, however many there are. */
function paceOf(state: RotationState): number {
  return Math.max(pace, placesOf(state));
}
