import { mongo } from 'mongoose';

/**
 * Notices that the driver has found no server for too long. A store that is away for long looks the same, and there it does
 * no harm; but the driver itself has been seen to stop looking for good: a store was killed at the very moment of its
 * monitor's question, whose answer it then awaited for ever, on a connection that it knew to be closed.
 */
export class DriverWatch {
  readonly #patienceMs: number;
  #failingSince: number | null = null;

  constructor(patienceMs: number) {
    this.#patienceMs = patienceMs;
  }

  succeeded(): void {
    this.#failingSince = null;
  }

  /** True once nothing has succeeded for so long, since the first of these failures; then it begins anew. */
  isTooLong(error: unknown, now: number): boolean {
    if (!(error instanceof mongo.MongoServerSelectionError)) return false;
    this.#failingSince ??= now;
    if (now - this.#failingSince < this.#patienceMs) return false;
    this.#failingSince = null;
    return true;
  }
}
