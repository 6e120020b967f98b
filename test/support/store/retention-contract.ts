import { describe, expect, it } from 'vitest';
import type { Expiring } from '../../../store/kernel/expiring.ts';
import type { Mail } from '../../../store/mails/mail-repository.ts';
import type { Delivery } from '../../../store/webhooks/delivery-repository.ts';
import { nextBuilt } from '../builders/built-counter.ts';
import { buildNotification } from '../builders/notification-builder.ts';
import type { StoreUnderTest } from './store-under-test.ts';

/** A day of its own for each test: stores are shared. */
const nextDay = () => new Date(Date.UTC(1990, 0, nextBuilt())).toISOString().slice(0, 10);

function mail(createdAt: string, overrides: Partial<Mail> = {}): Mail {
  const rest = { recipientId: 'xyz', state: 'sent' as const, attempts: 1, unsure: 0, detail: null };
  return { notificationId: `mail-${nextBuilt()}`, ...rest, createdAt, updatedAt: createdAt, ...overrides };
}

function delivery(createdAt: string, overrides: Partial<Delivery> = {}): Delivery {
  const about = { webhookId: 'hook', event: 'assigned', caseId: 'case', body: '{}' };
  const outcome = { state: 'delivered' as const, attempts: 1, lastStatus: 204, lastError: null, lastAttemptAt: null };
  return { deliveryId: `delivery-${nextBuilt()}`, ...about, ...outcome, createdAt, ...overrides };
}

/** Looks through a day in pages of two. */
async function allOf(rows: Expiring, day: string): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const after = ids.at(-1);
    const page = await rows.writtenOn(day, { limit: 2, ...(after !== undefined && { after }) });
    ids.push(...page);
    if (page.length < 2) return ids;
  }
}

export function retentionContract(store: StoreUnderTest): void {
  const kinds = {
    notifications: async (day: string) => {
      // What counts is when it was written, not when it happened.
      const recordedAt = `${day}T23:59:59.999Z`;
      const row = buildNotification({ at: '2026-11-24T01:00:00.000Z', recordedAt });
      await store().notifications.append([row]);
      return row.notificationId;
    },
    mails: async (day: string) => {
      const row = mail(`${day}T00:00:00.000Z`);
      await store().mails.append([row]);
      return row.notificationId;
    },
    deliveries: async (day: string) => {
      const row = delivery(`${day}T12:00:00.000Z`);
      await store().deliveries.append([row]);
      return row.deliveryId;
    },
  };

  describe('what is kept for a time only', () => {
    it.each(['notifications', 'mails', 'deliveries'] as const)(
      '%s are found by the day in which they were written, page by page, and removed',
      async (kind) => {
        const [day, other] = [nextDay(), nextDay()];
        const ids: string[] = [];
        for (let n = 0; n < 5; n += 1) ids.push(await kinds[kind](day));
        const bystander = await kinds[kind](other);
        expect(await allOf(store()[kind], day)).toEqual([...ids].sort());
        expect(await store()[kind].removeMany([...ids.slice(1), 'unknown'])).toBe(4);
        expect(await store()[kind].removeMany(ids.slice(1))).toBe(0);
        expect(await allOf(store()[kind], day)).toEqual([ids[0]]);
        expect(await allOf(store()[kind], other)).toEqual([bystander]);
        expect(await store()[kind].find(ids[1]!)).toBeNull();
        expect(await store()[kind].removeMany([])).toBe(0);
      },
    );

    it('never goes while it is still to be sent, also when that is so only since it was looked for', async () => {
      const day = nextDay();
      const at = `${day}T01:00:00.000Z`;
      const [due, done] = [mail(at, { state: 'due' }), mail(at)];
      await store().mails.append([due, done]);
      expect(await allOf(store().mails, day)).toEqual([done.notificationId]);
      expect(await store().mails.removeMany([due.notificationId, done.notificationId])).toBe(1);
      expect(await store().mails.find(due.notificationId)).not.toBeNull();

      const [waiting, failed] = [delivery(at, { state: 'due' }), delivery(at, { state: 'failed' })];
      await store().deliveries.append([waiting, failed]);
      expect(await allOf(store().deliveries, day)).toEqual([failed.deliveryId]);
      const again = { state: 'due' as const, attempts: 1, lastStatus: 500, lastError: null, lastAttemptAt: at };
      await store().deliveries.recordAttempt(failed.deliveryId, again);
      expect(await store().deliveries.removeMany([waiting.deliveryId, failed.deliveryId])).toBe(0);
      expect(await store().deliveries.find(failed.deliveryId)).not.toBeNull();
    });

    it('says which mails are still to be sent, and of how many nobody can be sure', async () => {
      const at = `${nextDay()}T01:00:00.000Z`;
      const rows = [mail(at, { state: 'due' }), mail(at), mail(at, { state: 'gaveUp', unsure: 2 })];
      const before = await store().mails.countUnsure();
      await store().mails.append(rows);
      const ids = rows.map(({ notificationId }) => notificationId);
      expect(await store().mails.dueAmong([...ids, 'unknown'])).toEqual([ids[0]]);
      expect(await store().mails.dueAmong([])).toEqual([]);
      expect((await store().mails.countUnsure()) - before).toBe(1);
      const noted = { state: 'due' as const, attempts: 1, unsure: 1, detail: null, updatedAt: at };
      await store().mails.recordAttempt(ids[0]!, noted);
      expect((await store().mails.countUnsure()) - before).toBe(2);
      await store().mails.recordAttempt(ids[0]!, { ...noted, state: 'sent', unsure: 0 });
      expect((await store().mails.countUnsure()) - before).toBe(1);
      expect(await store().mails.find(ids[2]!)).toStrictEqual(rows[2]);
    });
  });
}
