import { trusted, type Connection, type Model, type QueryFilter } from 'mongoose';
import { mongoExpiring } from '../kernel/expiring-mongo.ts';
import { insertMissing } from '../kernel/insert-once.ts';
import { monthsBefore } from '../kernel/month-walk.ts';
import { monthKey, notificationModel, toNotification, toNotificationDocument } from './notification-model.ts';
import type { NotificationDocument } from './notification-model.ts';
import type { NotificationPosition, NotificationRepository } from './notification-repository.ts';

export function mongoNotifications(connection: Connection): NotificationRepository {
  const model = notificationModel(connection);
  return {
    ...mongoExpiring(model),
    async append(notifications) {
      await insertMissing(model, notifications.map(toNotificationDocument));
    },
    async find(notificationId) {
      const found = await model.findById(notificationId).lean<NotificationDocument>();
      return found === null ? null : toNotification(found);
    },
    async list(recipientId, page) {
      const found = (await newest(model, recipientId, { ...page, limit: page.limit + 1 })).map(toNotification);
      const items = found.slice(0, page.limit);
      const last = found.length > page.limit ? items.at(-1) : undefined;
      return { items, next: last ? { at: last.at, notificationId: last.notificationId } : null };
    },
    async countUnread(recipientId, { now, most }) {
      return (await newest(model, recipientId, { now, limit: most, unread: true })).length;
    },
    async markRead({ recipientId, notificationId, at }) {
      const found = await model.findById(notificationId).lean<NotificationDocument>();
      if (found === null || found.recipientId !== recipientId) return false;
      if (found.readAt === null) await model.updateOne({ _id: notificationId }, asRead(at));
      return true;
    },
    async markAllRead({ recipientId, upTo, at }) {
      for (const month of monthsBefore(upTo)) {
        await model.updateMany({ unreadIn: `${recipientId}/${month}`, at: trusted({ $lte: upTo }) }, asRead(at));
      }
    },
    async recordedIn(slot) {
      return (await model.find({ slot }).lean<NotificationDocument[]>()).map(toNotification);
    },
  };
}

function asRead(at: string) {
  return { $set: { readAt: at }, $unset: { unreadIn: 1 } } as const;
}

interface Wanted {
  now: string;
  limit: number;
  unread?: boolean;
  after?: NotificationPosition;
}

/** Month after month until there are enough. */
async function newest(
  model: Model<NotificationDocument>,
  recipientId: string,
  { now, limit, unread = false, after }: Wanted,
): Promise<NotificationDocument[]> {
  const found: NotificationDocument[] = [];
  for (const month of monthsBefore(after?.at ?? now)) {
    if (found.length >= limit) break;
    const key = monthKey(recipientId, month);
    const query = { ...(unread ? { unreadIn: key } : { inMonth: key }), ...olderThan(after) };
    const page = await model
      .find(query)
      .sort({ at: -1, _id: -1 })
      .limit(limit - found.length)
      .lean<NotificationDocument[]>();
    found.push(...page);
  }
  return found;
}

function olderThan(position: NotificationPosition | undefined): QueryFilter<NotificationDocument> {
  if (position === undefined) return {};
  const { at, notificationId } = position;
  return { $or: [{ at: trusted({ $lt: at }) }, { at, _id: trusted({ $lt: notificationId }) }] };
}
