import { fakeExpiring } from '../kernel/expiring-fake.ts';
import { FakeTable } from '../kernel/fake-table.ts';
import { slotOf } from '../kernel/time-slot.ts';
import type { Notification, NotificationPosition, NotificationRepository } from './notification-repository.ts';

export function fakeNotifications(): NotificationRepository {
  const table = new FakeTable<Notification>();
  const change = (id: string, changes: Partial<Notification>) => {
    const row = table.get(id);
    if (row) table.put(id, { ...row, ...changes });
  };
  const unreadOf = (recipientId: string) =>
    table.where((row) => row.recipientId === recipientId && row.readAt === null);
  return {
    ...fakeExpiring(table, { idOf: ({ notificationId }) => notificationId, writtenAt: ({ recordedAt }) => recordedAt }),
    async append(notifications) {
      for (const row of notifications) table.insert(row.notificationId, row);
    },
    async find(notificationId) {
      return table.get(notificationId);
    },
    async list(recipientId, { limit, unread = false, after }) {
      const found = table
        .where((row) => row.recipientId === recipientId && (!unread || row.readAt === null))
        .filter((row) => after === undefined || newestFirst(after, row) < 0)
        .sort(newestFirst);
      const items = found.slice(0, limit);
      const last = found.length > limit ? items.at(-1) : undefined;
      return { items, next: last ? { at: last.at, notificationId: last.notificationId } : null };
    },
    async countUnread(recipientId, { most }) {
      return Math.min(most, unreadOf(recipientId).length);
    },
    async markRead({ recipientId, notificationId, at }) {
      const row = table.get(notificationId);
      if (row?.recipientId !== recipientId) return false;
      if (row.readAt === null) change(notificationId, { readAt: at });
      return true;
    },
    async markAllRead({ recipientId, upTo, at }) {
      for (const row of unreadOf(recipientId)) if (row.at <= upTo) change(row.notificationId, { readAt: at });
    },
    async recordedIn(slot) {
      return table.where((row) => slotOf(Date.parse(row.recordedAt)) === slot);
    },
  };
}

function newestFirst(one: NotificationPosition, other: NotificationPosition): number {
  if (one.at !== other.at) return one.at > other.at ? -1 : 1;
  if (one.notificationId === other.notificationId) return 0;
  return one.notificationId > other.notificationId ? -1 : 1;
}
