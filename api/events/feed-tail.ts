import { setTimeout as pause } from 'node:timers/promises';
import type { RecordedCase } from '../../store/cases/case-repository.ts';
import { slotMs, slotOf } from '../../store/kernel/time-slot.ts';
import type { Notification } from '../../store/notifications/notification-repository.ts';
import type { Store } from '../../store/store.ts';

/** Something that was written lately. `key` is the same in every process; one that was seen is not told again. */
export type FeedItem = { key: string; recordedAt: number } & (
  { kind: 'case'; view: RecordedCase['view'] } | { kind: 'notification'; notification: Notification }
);

export type FeedListener = (news: FeedItem[] | 'missed') => void;

export interface FeedOptions {
  /** Milliseconds between two looks while somebody listens. */
  everyMs: number;
  /** Milliseconds for which what happened is remembered, for those who come back. */
  windowMs: number;
  /** Writers' clocks may be off, and writes take time: so far back each look goes, and half of it ahead. Milliseconds. */
  overlapMs: number;
}

const usual: FeedOptions = { everyMs: 1_000, windowMs: 300_000, overlapMs: 20_000 };

/**
 * What is written to the store, followed once for all listeners of this process. Contract:
 * 1. One look a second at a handful of indexed equalities (slots of ten seconds), however many listen; none while
 *    nobody does.
 * 2. Every write is told within about a second, once, in whichever process it was made: processes share the store only.
 * 3. After a gap (the store was away) the look goes back to where it had been; if that is beyond the window, listeners
 *    hear `missed`.
 */
export class FeedTail {
  readonly #store: Pick<Store, 'cases' | 'notifications'>;
  readonly #options: FeedOptions;
  readonly #listeners = new Set<FeedListener>();
  #seen = new Map<string, FeedItem>();
  /** Listeners, and those who are about to be. */
  #users = 0;
  #lookedAt = 0;
  #following: Promise<void> | null = null;
  #ready: Promise<void> = Promise.resolve();

  constructor(store: Pick<Store, 'cases' | 'notifications'>, options: Partial<FeedOptions> = {}) {
    this.#store = store;
    this.#options = { ...usual, ...options };
  }

  /** Begins to follow; settles when what came before is known. The answer ends it. */
  async listen(listener: FeedListener): Promise<() => void> {
    this.#users += 1;
    if (this.#following === null) {
      this.#lookedAt = Date.now() - this.#options.windowMs;
      this.#ready = this.#look().catch(() => undefined);
      this.#following = this.#follow().finally(() => (this.#following = null));
    }
    await this.#ready;
    this.#listeners.add(listener);
    return () => {
      if (this.#listeners.delete(listener)) this.#users -= 1;
    };
  }

  /** What was written since (epoch ms), oldest first; null when that is longer ago than is remembered. */
  since(at: number): FeedItem[] | null {
    const { overlapMs, windowMs } = this.#options;
    if (at < Date.now() - windowMs) return null;
    return inOrder([...this.#seen.values()].filter(({ recordedAt }) => recordedAt >= at - overlapMs));
  }

  async #follow(): Promise<void> {
    await this.#ready;
    while (this.#users > 0) {
      await pause(this.#options.everyMs, undefined, { ref: false });
      // A store that is away is looked at again; what was written meanwhile is found then.
      if (this.#users > 0) await this.#look().catch(() => undefined);
    }
    this.#seen = new Map();
  }

  async #look(): Promise<void> {
    const now = Date.now();
    const { overlapMs, windowMs } = this.#options;
    const from = Math.max(this.#lookedAt - overlapMs, now - windowMs - overlapMs);
    const missed = this.#lookedAt < now - windowMs - overlapMs;
    const slots: string[] = [];
    for (let at = from; at < now + overlapMs / 2 + slotMs; at += slotMs) slots.push(slotOf(at));
    const found: FeedItem[] = [];
    for (const slot of slots) found.push(...(await this.#readSlot(slot)));
    this.#lookedAt = now;
    this.#tell(found, missed, now - windowMs - 2 * overlapMs);
  }

  #tell(found: FeedItem[], missed: boolean, oldest: number): void {
    const fresh = inOrder(found.filter(({ key }) => !this.#seen.has(key)));
    for (const item of fresh) this.#seen.set(item.key, item);
    for (const [key, { recordedAt }] of this.#seen) if (recordedAt < oldest) this.#seen.delete(key);
    for (const listener of this.#listeners) {
      if (missed) listener('missed');
      if (fresh.length > 0) listener(fresh);
    }
  }

  async #readSlot(slot: string): Promise<FeedItem[]> {
    const [cases, notifications] = await Promise.all([
      this.#store.cases.recordedIn(slot),
      this.#store.notifications.recordedIn(slot),
    ]);
    return [
      ...cases.map(({ view, recordedAt }) => ({
        ...{ kind: 'case' as const, key: `${view.caseId}.${view.version}`, view },
        recordedAt: Date.parse(recordedAt),
      })),
      ...notifications.map((notification) => ({
        ...{ kind: 'notification' as const, key: notification.notificationId, notification },
        recordedAt: Date.parse(notification.recordedAt),
      })),
    ];
  }
}

function inOrder(items: FeedItem[]): FeedItem[] {
  return items.sort((one, other) => one.recordedAt - other.recordedAt);
}
