import { setTimeout as delay } from 'node:timers/promises';
import { createConnection, mongo, type Connection } from 'mongoose';
import { StoreUnavailable } from '../store-errors.ts';
import { toStoreError } from './driver-errors.ts';
import { DriverWatch } from './driver-watch.ts';
import { buildIndexes } from './index-builder.ts';
import type { StoreAddress } from './store-address.ts';
import { callTimeout, within } from './time-limit.ts';

/**
 * Calls of one process that are under way at once; others wait in line. The fallback store comes to a stand when all of
 * its connections are taken (dev/engines/postgres-service.ts), and no store is faster with more.
 */
const atOnce = 40;
/** Milliseconds for which the driver may find no server before another client looks; an election takes some ten seconds. */
const renewAfter = 20_000;
/** Milliseconds until the next attempt to connect. */
const pause = 500;

/**
 * One connection that is made in the background, as often as it takes, and serves calls once every index exists: before
 * that, no insert could arbitrate. Later outages are the driver's to recover from, unless it stops looking (DriverWatch).
 */
export class StoreConnection {
  readonly mongoose: Connection = createConnection();
  /** Whether a sorted page is read from an index; the fallback store sorts all that match. */
  sortsByIndex = true;
  readonly #address: StoreAddress;
  readonly #closing = new AbortController();
  readonly #watch: DriverWatch;
  #unavailableBecause: string | null = 'not connected yet';
  #connecting: Promise<void> = Promise.resolve();

  constructor(address: StoreAddress) {
    this.#address = address;
    this.#watch = new DriverWatch(address.renewAfterMs ?? renewAfter);
  }

  /** Settles when calls are served, or when the first attempt failed or takes long. Rejects for a malformed address. */
  async start(): Promise<void> {
    // Reads the address, and throws here instead of in the background.
    new mongo.MongoClient(this.#address.uri);
    const first = this.#attempt();
    this.#connecting = first.then(() => this.#keepTrying());
    await Promise.race([first, delay(callTimeout, undefined, { ref: false })]);
  }

  /** Runs a call against the store: at once or not at all, for a bounded time, with the store's own errors. */
  async guard<T>(call: () => Promise<T>, timeoutMs = callTimeout): Promise<T> {
    if (this.#unavailableBecause !== null) throw new StoreUnavailable(this.#unavailableBecause);
    try {
      const answer = await within(timeoutMs, call);
      this.#watch.succeeded();
      return answer;
    } catch (error) {
      if (this.#watch.isTooLong(error, Date.now())) this.#renew(String(error));
      throw toStoreError(error);
    }
  }

  async ping(timeoutMs: number): Promise<void> {
    await this.guard(async () => this.mongoose.db?.command({ ping: 1 }), timeoutMs);
  }

  async close(): Promise<void> {
    this.#unavailableBecause = 'closed';
    this.#closing.abort();
    await this.#connecting;
    await this.mongoose.close(true);
  }

  /** Begins again with another client; calls are refused until it has found the store. */
  #renew(reason: string): void {
    if (this.#unavailableBecause !== null) return;
    this.#unavailableBecause = reason;
    // One that hangs may not end either.
    const closed = Promise.race([this.mongoose.close(false), delay(callTimeout, undefined, { ref: false })]);
    this.#connecting = closed.catch(() => undefined).then(() => this.#keepTrying());
  }

  async #keepTrying(): Promise<void> {
    const { signal } = this.#closing;
    while (this.#unavailableBecause !== null && !signal.aborted) {
      await delay(pause, undefined, { signal, ref: false }).catch(() => undefined);
      if (!signal.aborted) await this.#attempt();
    }
  }

  async #attempt(): Promise<void> {
    try {
      await buildIndexes(this.mongoose.models, this.#address);
      await this.#open();
      const build = await this.mongoose.db?.command({ buildInfo: 1 });
      this.sortsByIndex = build?.['ferretdbVersion'] === undefined;
      if (!this.#closing.signal.aborted) this.#unavailableBecause = null;
    } catch (error) {
      this.#unavailableBecause = error instanceof Error ? error.message : String(error);
    }
  }

  async #open(): Promise<void> {
    const { uri, databaseName, serverSelectionTimeoutMs } = this.#address;
    await this.mongoose.openUri(uri, {
      dbName: databaseName,
      serverSelectionTimeoutMS: serverSelectionTimeoutMs,
      connectTimeoutMS: serverSelectionTimeoutMs,
      // In a burst a call may wait its turn for a connection nearly as long as it may last.
      waitQueueTimeoutMS: callTimeout - 500,
      socketTimeoutMS: callTimeout,
      maxPoolSize: atOnce,
      // What is acknowledged survives the loss of the primary. The fallback store takes no notice: its PostgreSQL
      // commits to disk before it answers.
      writeConcern: { w: 'majority', journal: true },
      autoCreate: false,
      autoIndex: false,
      bufferCommands: false,
      sanitizeFilter: true,
    });
  }
}
