import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startRetentionSweeper, type RetentionSweeperOptions } from '../../../api/notifications/retention-sweeper.ts';
import type { Sweeper } from '../../../api/sweeping/repeat-sweep.ts';
import { apiSettingsSchema } from '../../../settings/api-settings.ts';
import { fakeStore } from '../../../store/fake-store.ts';
import type { Mail } from '../../../store/mails/mail-repository.ts';
import type { Store } from '../../../store/store.ts';
import type { Delivery } from '../../../store/webhooks/delivery-repository.ts';
import { buildNotification } from '../../support/builders/notification-builder.ts';

const logger = { info: vi.fn(), warn: vi.fn() };
const kept = { NOTIFICATION_RETENTION: 'P90D', MAIL_RETENTION: 'P30D', DELIVERY_RETENTION: 'P2W' };

let available: boolean;
let store: Store;
let sweeper: Sweeper;

const start = (options: Partial<RetentionSweeperOptions> = {}) => {
  const clock = () => new Date('2026-11-24T12:00:00.000Z');
  return startRetentionSweeper({ store, logger, clock, settings: kept, everyMs: 3_600_000, ...options });
};

beforeEach(() => {
  available = true;
  store = fakeStore({ available: () => available });
  sweeper = start();
});
afterEach(async () => {
  await sweeper.stop();
  vi.clearAllMocks();
});

async function notification(day: string, id = `n-${day}`): Promise<string> {
  const recordedAt = `${day}T23:00:00.000Z`;
  await store.notifications.append([buildNotification({ notificationId: id, at: recordedAt, recordedAt })]);
  return id;
}

async function mail(day: string, state: Mail['state'] = 'sent', id = `m-${day}-${state}`): Promise<string> {
  const at = `${day}T00:30:00.000Z`;
  const outcome = { attempts: 1, unsure: 0, detail: null };
  const row = { notificationId: id, recipientId: 'xyz', state, ...outcome, createdAt: at, updatedAt: at };
  await store.mails.append([row]);
  return id;
}

async function delivery(day: string, state: Delivery['state'] = 'delivered'): Promise<string> {
  const about = { webhookId: 'hook', event: 'assigned', caseId: 'case', body: '{}', createdAt: `${day}T00:30:00.000Z` };
  const outcome = { state, attempts: 1, lastStatus: 204, lastError: null, lastAttemptAt: null };
  const deliveryId = `d-${day}-${state}`;
  await store.deliveries.append([{ deliveryId, ...about, ...outcome }]);
  return deliveryId;
}

const left = async (kind: 'notifications' | 'mails' | 'deliveries', ids: string[]) => {
  const found = await Promise.all(ids.map((id) => store[kind].find(id)));
  return ids.filter((_id, index) => found[index] !== null);
};

describe('what was kept long enough', () => {
  it('is removed, each kind after its own time, and by whole days', async () => {
    const news = [await notification('2025-09-01'), await notification('2026-08-25'), await notification('2026-08-26')];
    const mails = [await mail('2026-10-01'), await mail('2026-10-24'), await mail('2026-10-25')];
    const deliveries = [await delivery('2026-11-09'), await delivery('2026-11-10')];
    await store.presences.see({ caseId: 'c', userId: 'a', seenAt: '2026-11-23T10:00:00.000Z' });
    await store.presences.see({ caseId: 'c', userId: 'b', seenAt: '2026-11-24T10:00:00.000Z' });
    expect(await sweeper.sweep()).toBe(6);
    expect(await left('notifications', news)).toEqual(['n-2026-08-26']);
    expect(await left('mails', mails)).toEqual(['m-2026-10-25-sent']);
    expect(await left('deliveries', deliveries)).toEqual(['d-2026-11-10-delivered']);
    expect(await store.presences.ofCase('c')).toMatchObject([{ userId: 'b' }]);
    expect(logger.info).toHaveBeenCalledWith(
      { notifications: 2, mails: 2, deliveries: 1, presences: 1 },
      expect.any(String),
    );
    expect(await sweeper.sweep()).toBe(0);
  });

  it('stays while it is still to be sent, and so does the notification that a mail is made from', async () => {
    const day = '2026-05-01';
    const due = [await mail(day, 'due', 'waits'), await mail(day, 'sent', 'sent')];
    const news = [await notification(day, 'waits'), await notification(day, 'sent')];
    const deliveries = [await delivery(day, 'due'), await delivery(day, 'failed')];
    await sweeper.sweep();
    expect(await left('mails', due)).toEqual(['waits']);
    expect(await left('notifications', news)).toEqual(['waits']);
    expect(await left('deliveries', deliveries)).toEqual([`d-${day}-due`]);
    await store.mails.recordAttempt('waits', { state: 'gaveUp', attempts: 1, unsure: 1, detail: null, updatedAt: day });
    await sweeper.sweep();
    expect([await left('mails', due), await left('notifications', news)]).toEqual([[], []]);
  });

  it('is removed at most so much at once, and the rest next time', async () => {
    await sweeper.stop();
    sweeper = start({ perSweep: 3 });
    const ids: string[] = [];
    for (let n = 0; n < 4; n += 1) ids.push(await notification('2026-01-05', `n-${n}`));
    ids.push(await notification('2026-01-04', 'n-older'));
    expect(await sweeper.sweep()).toBe(3);
    expect(await left('notifications', ids)).toHaveLength(2);
    expect(await sweeper.sweep()).toBe(2);
  });

  it('is passed over in more than one batch where much of it must stay', async () => {
    const day = '2026-01-05';
    const waiting = Array.from({ length: 600 }, (_, n) => `a-${String(n).padStart(3, '0')}`);
    for (const id of waiting) await Promise.all([notification(day, id), mail(day, 'due', id)]);
    await notification(day, 'z-last');
    expect(await sweeper.sweep()).toBe(1);
    expect(await store.notifications.find('z-last')).toBeNull();
    expect(await left('notifications', waiting)).toHaveLength(600);
  });

  it('waits while the store is away', async () => {
    const id = await notification('2026-01-05');
    available = false;
    await expect(sweeper.sweep()).rejects.toThrow();
    available = true;
    expect(await sweeper.sweep()).toBe(1);
    expect(await store.notifications.find(id)).toBeNull();
  });
});

describe('the settings of how long things are kept', () => {
  const read = (given: object) => apiSettingsSchema.safeParse({ MONGODB_URI: 'mongodb://x', ...given });

  it('are whole days or weeks, and have a default', () => {
    expect(read({}).data).toMatchObject({
      ...{ NOTIFICATION_RETENTION: 'P90D', MAIL_RETENTION: 'P30D', DELIVERY_RETENTION: 'P30D' },
    });
    expect(read({ MAIL_RETENTION: 'P12W' }).success).toBe(true);
    for (const wrong of ['P0D', 'PT1H', '90', '-P1D', 'P1M', 'P1.5D', ''])
      expect(read({ MAIL_RETENTION: wrong }).success).toBe(false);
  });
});
