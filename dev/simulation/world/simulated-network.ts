import { EventQueue } from './event-queue.ts';
import type { RandomSource } from './random-source.ts';

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** More messages in one day than any desk has: they go round in a circle. */
const mostOfADay = 100_000;

/**
 * The clock, and everything that takes time on the way: messages that are slow, come twice, or overtake each other, and
 * activities that are tried again. What Temporal would do is done by the runs; this is only the road between them.
 */
export class SimulatedNetwork {
  now: number;
  /** Messages and activities under way: at zero nothing can be out of step for a reason of its own. */
  underWay = 0;
  messages = 0;
  /** Messages went round in a circle: nothing goes on. */
  isStorm = false;
  #stormFrom = mostOfADay;
  repetitions = 0;
  readonly #queue = new EventQueue();
  readonly #random: RandomSource;

  constructor(start: number, random: RandomSource) {
    this.now = start;
    this.#random = random;
  }

  at(instant: number, happen: () => void): void {
    // Whole milliseconds, as everywhere else.
    this.#queue.push(Math.max(Math.round(instant), this.now), happen);
  }

  after(milliseconds: number, happen: () => void): void {
    this.at(this.now + milliseconds, happen);
  }

  /**
   * Takes something to somebody. It arrives at least once, now and then twice; the sender hears of the first arrival.
   *
   * @param arrive what happens there, and what is answered
   */
  send<T>(arrive: () => T, answered: (answer: T) => void = () => undefined): void {
    this.messages += 1;
    this.isStorm ||= this.messages > this.#stormFrom;
    if (this.isStorm) return;
    let isAnswered = false;
    const copies = this.#random.chance(0.04) ? 2 : 1;
    this.repetitions += copies - 1;
    for (let copy = 0; copy < copies; copy += 1) {
      this.work(this.latency(), () => {
        const answer = arrive();
        if (isAnswered) return;
        isAnswered = true;
        this.work(this.#random.between(1, 20), () => answered(answer));
      });
    }
  }

  /** Something that takes so long and counts as under way. */
  work(milliseconds: number, done: () => void): void {
    this.underWay += 1;
    this.after(milliseconds, () => {
      this.underWay -= 1;
      done();
    });
  }

  /** Milliseconds on the way: mostly a few, now and then seconds, and minutes when something is down. */
  latency(): number {
    const fate = this.#random.next();
    if (fate < 0.0005) return this.#random.between(30 * second, 3 * minute);
    if (fate < 0.02) return this.#random.between(second, 8 * second);
    return this.#random.between(2, 80);
  }

  /** Lets happen what is due, up to that instant or to the end; false when nothing is left. */
  runUntil(instant: number): boolean {
    this.#stormFrom = this.messages + mostOfADay;
    for (let next = this.#queue.nextAt; next !== null && next <= instant; next = this.#queue.nextAt) {
      const due = this.#queue.pop();
      this.now = next;
      due?.happen();
    }
    this.now = Math.max(this.now, instant);
    return this.#queue.nextAt !== null;
  }
}
