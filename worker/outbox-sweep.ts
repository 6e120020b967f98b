import { setTimeout as pause } from 'node:timers/promises';
import type { OutboxStart } from '../publishing/notifier.ts';
import type { Store } from '../store/store.ts';

const everyMs = 60_000;
/** Younger ones are being started just now. */
const restMs = 60_000;
const most = 500;

/**
 * Starts what was written down and never tried: a worker was killed in between, or Temporal was away. One that runs
 * already is left as it is, so that nothing is sent twice by this.
 */
export async function sweepOutbox(store: Store, start: OutboxStart, now = Date.now()): Promise<number> {
  const before = new Date(now - restMs).toISOString();
  const [mails, deliveries] = await Promise.all([store.mails.inState('due', most), store.deliveries.due(most)]);
  const forgotten = <Row extends { attempts: number; createdAt: string }>(rows: Row[]) =>
    rows.filter(({ attempts, createdAt }) => attempts === 0 && createdAt < before);
  for (const { notificationId } of forgotten(mails)) start.mailing(notificationId);
  for (const { deliveryId } of forgotten(deliveries)) start.delivery(deliveryId);
  return forgotten(mails).length + forgotten(deliveries).length;
}

/** Sweeps once a minute until `signal` says stop. */
export async function keepSweepingOutbox(store: Store, start: OutboxStart, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    // A store that is away is no news here: the next round looks again.
    await sweepOutbox(store, start).catch(() => 0);
    await pause(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
