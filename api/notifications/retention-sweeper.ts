import { Duration } from 'luxon';
import type { Logger } from 'pino';
import type { Expiring } from '../../store/kernel/expiring.ts';
import type { Store } from '../../store/store.ts';
import { repeatSweep, type Sweeper } from '../sweeping/repeat-sweep.ts';

export interface RetentionSweeperOptions {
  store: Pick<Store, 'notifications' | 'mails' | 'deliveries' | 'presences'>;
  logger: Pick<Logger, 'info' | 'warn'>;
  clock: () => Date;
  /** How long each is kept: ISO 8601 durations. */
  settings: { NOTIFICATION_RETENTION: string; MAIL_RETENTION: string; DELIVERY_RETENTION: string };
  /** Milliseconds between two sweeps; an hour. */
  everyMs?: number;
  /** How many rows of each kind one sweep removes at most. */
  perSweep?: number;
}

const dayMs = 86_400_000;
/** So far back beyond what is kept a sweep looks: the service may have stood still for long. */
const daysBack = 400;
const perBatch = 500;

/** Whole days that are over for at least the duration, newest first, YYYY-MM-DD. */
function* expiredDays(now: Date, retention: string): Generator<string> {
  const kept = now.getTime() - Duration.fromISO(retention).toMillis();
  for (let back = 1; back <= daysBack; back += 1) yield new Date(kept - back * dayMs).toISOString().slice(0, 10);
}

interface Removal {
  rows: Expiring;
  retention: string;
  /** Of these, those that must stay. */
  needed?(ids: string[]): Promise<string[]>;
}

async function removeExpired(
  { clock, perSweep = 20_000 }: RetentionSweeperOptions,
  { needed, retention, rows }: Removal,
  isStopping: () => boolean,
): Promise<number> {
  let removed = 0;
  for (const day of expiredDays(clock(), retention)) {
    let after: string | undefined;
    do {
      if (isStopping() || removed >= perSweep) return removed;
      const page = { limit: Math.min(perBatch, perSweep - removed), ...(after !== undefined && { after }) };
      const ids = await rows.writtenOn(day, page);
      const staying = new Set((ids.length > 0 && (await needed?.(ids))) || []);
      const going = ids.filter((id) => !staying.has(id));
      if (going.length > 0) removed += await rows.removeMany(going);
      after = ids.length < page.limit ? undefined : ids.at(-1);
    } while (after !== undefined);
  }
  return removed;
}

async function sweepOnce(options: RetentionSweeperOptions, isStopping: () => boolean): Promise<number> {
  const { logger, settings, store } = options;
  const mails = await removeExpired(options, { rows: store.mails, retention: settings.MAIL_RETENTION }, isStopping);
  const deliveries = await removeExpired(
    options,
    { rows: store.deliveries, retention: settings.DELIVERY_RETENTION },
    isStopping,
  );
  const notifications = await removeExpired(
    options,
    {
      rows: store.notifications,
      retention: settings.NOTIFICATION_RETENTION,
      // A mail is made from its notification when it is sent.
      needed: (ids) => store.mails.dueAmong(ids),
    },
    isStopping,
  );
  // Long out of date by the end of its day.
  const presences = await removeExpired(options, { rows: store.presences, retention: 'PT1H' }, isStopping);
  const removed = notifications + mails + deliveries + presences;
  if (removed > 0)
    logger.info({ notifications, mails, deliveries, presences }, 'what was kept long enough was removed');
  return removed;
}

/**
 * Removes notifications, mails, deliveries and presences that are older than they are kept, never what is still to be sent. Any
 * number of processes may sweep: removing what is gone changes nothing.
 */
export function startRetentionSweeper(options: RetentionSweeperOptions): Sweeper {
  return repeatSweep({
    everyMs: options.everyMs ?? 3_600_000,
    sweep: (isStopping) => sweepOnce(options, isStopping),
    failed: (error) => options.logger.warn({ err: error }, 'a sweep of what was kept long enough failed'),
  });
}
