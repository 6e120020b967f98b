import { describe, expect, it } from 'vitest';
import { slotOf } from '../../../store/kernel/time-slot.ts';
import { nextBuilt } from '../builders/built-counter.ts';
import { buildCaseView } from '../builders/case-view-builder.ts';
import { buildNotification } from '../builders/notification-builder.ts';
import { buildUser } from '../builders/user-builder.ts';
import type { StoreUnderTest } from './store-under-test.ts';

const now = '2026-11-24T02:00:00.000Z';

export function notificationContract(store: StoreUnderTest): void {
  const idsOf = async (recipientId: string, page = {}) => {
    const { items } = await store().notifications.list(recipientId, { now, limit: 50, ...page });
    return items.map(({ notificationId }) => notificationId);
  };

  describe('notifications', () => {
    it('are kept once, however often and however mixed they are told', async () => {
      const recipientId = `reader-${nextBuilt()}`;
      const [one, two] = [buildNotification({ recipientId }), buildNotification({ recipientId })];
      await Promise.all([1, 2, 3].map(() => store().notifications.append([one, two])));
      await store().notifications.append([{ ...one, kind: 'overdue' }, two]);
      await store().notifications.append([]);
      const { items } = await store().notifications.list(recipientId, { now, limit: 9 });
      expect(items).toHaveLength(2);
      expect(await store().notifications.find(one.notificationId)).toStrictEqual(one);
      expect(await store().notifications.find('unknown')).toBeNull();
    });

    it('are listed newest first, in pages, over the turn of the year', async () => {
      const recipientId = `reader-${nextBuilt()}`;
      const times = ['2026-02-01', '2026-01-31', '2025-12-31', '2025-12-31', '2025-06-01'];
      const rows = times.map((day) => buildNotification({ recipientId, at: `${day}T01:00:00.000Z` }));
      await store().notifications.append([...rows].reverse());
      const seen: string[] = [];
      let after: { at: string; notificationId: string } | undefined;
      for (let page = 0; page < 4; page += 1) {
        const { items, next } = await store().notifications.list(recipientId, {
          now: '2026-02-02T00:00:00.000Z',
          limit: 2,
          ...(after && { after }),
        });
        seen.push(...items.map(({ notificationId }) => notificationId));
        if (next === null) break;
        after = next;
      }
      const newest = [...rows].sort((a, b) => (a.at + a.notificationId > b.at + b.notificationId ? -1 : 1));
      expect(seen).toEqual(newest.map(({ notificationId }) => notificationId));
    });

    it('are read by their recipient alone, once, one by one or all', async () => {
      const recipientId = `reader-${nextBuilt()}`;
      const early = buildNotification({ recipientId, at: '2026-10-30T01:00:00.000Z' });
      const [one, late] = [buildNotification({ recipientId }), buildNotification({ recipientId, at: now })];
      await store().notifications.append([early, one, late]);
      const read = { recipientId, notificationId: one.notificationId, at: now };
      expect(await store().notifications.markRead({ ...read, recipientId: 'somebody-else' })).toBe(false);
      expect(await store().notifications.markRead({ ...read, notificationId: 'unknown' })).toBe(false);
      expect(await store().notifications.markRead(read)).toBe(true);
      expect(await store().notifications.markRead({ ...read, at: '2026-12-01T00:00:00.000Z' })).toBe(true);
      expect(await store().notifications.find(one.notificationId)).toStrictEqual({ ...one, readAt: now });
      expect(await idsOf(recipientId, { unread: true })).toEqual([late.notificationId, early.notificationId]);
      expect(await store().notifications.countUnread(recipientId, { now, most: 9 })).toBe(2);
      expect(await store().notifications.countUnread(recipientId, { now, most: 1 })).toBe(1);
      await store().notifications.markAllRead({ recipientId, upTo: '2026-11-24T01:30:00.000Z', at: now });
      expect(await idsOf(recipientId, { unread: true })).toEqual([late.notificationId]);
      expect(await idsOf(recipientId)).toHaveLength(3);
    });

    it('and cases are found by the ten seconds in which they were written', async () => {
      const row = buildNotification({ recordedAt: '2026-11-20T01:02:03.004Z' });
      await store().notifications.append([row]);
      expect(await store().notifications.recordedIn('2026-11-20T01:02:0')).toContainEqual(row);
      expect(await store().notifications.recordedIn('2026-11-20T01:02:1')).not.toContainEqual(row);
      const view = buildCaseView();
      const before = Date.now();
      await store().cases.record(view);
      const slots = new Set([slotOf(before), slotOf(Date.now())]);
      const found = await Promise.all([...slots].map((slot) => store().cases.recordedIn(slot)));
      const recorded = found.flat().find((one) => one.view.caseId === view.caseId);
      expect(recorded?.view).toStrictEqual(view);
      expect(Date.parse(recorded?.recordedAt ?? '')).toBeGreaterThanOrEqual(before);
    });
  });

  describe('mails', () => {
    it('are kept once, and found by their state', async () => {
      const notificationId = `mail-${nextBuilt()}`;
      const fresh = { attempts: 0, unsure: 0, detail: null, updatedAt: now };
      const mail = { notificationId, recipientId: 'xyz', state: 'due' as const, createdAt: now, ...fresh };
      await store().mails.append([mail, { ...mail, attempts: 5 }]);
      expect(await store().mails.find(notificationId)).toStrictEqual(mail);
      expect(await store().mails.inState('due', 1000)).toContainEqual(mail);
      const outcome = { state: 'refused' as const, attempts: 2, unsure: 1, detail: '550 no', updatedAt: now };
      await store().mails.recordAttempt(notificationId, outcome);
      expect(await store().mails.find(notificationId)).toStrictEqual({ ...mail, ...outcome });
      expect(await store().mails.inState('due', 1000)).not.toContainEqual(mail);
    });
  });

  describe('users', () => {
    it('choose what is mailed to them, and supervisors are found by their desk', async () => {
      const deskId = `desk-${nextBuilt()}`;
      const user = buildUser({ deskId, role: 'supervisor', tier: null, email: 'p@giliran.example' });
      await store().users.insert(user);
      await store().users.insert(buildUser({ deskId, role: 'supervisor', active: false }));
      await store().users.insert(buildUser({ deskId }));
      expect(await store().users.supervisorsOf(deskId)).toStrictEqual([user]);
      const choices = { language: 'en' as const, mailChoices: { overdue: false } };
      await store().users.saveMailChoices(user.userId, choices);
      await store().users.saveMailChoices('unknown', choices);
      expect(await store().users.find(user.userId)).toStrictEqual({ ...user, ...choices });
    });
  });
}
