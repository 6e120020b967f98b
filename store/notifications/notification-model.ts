import type { Connection, Model } from 'mongoose';
import { dayOf } from '../kernel/expiring-mongo.ts';
import { storeSchema } from '../kernel/store-schema.ts';
import type { Stored } from '../kernel/stored-document.ts';
import { slotOf } from '../kernel/time-slot.ts';
import type { Notification } from './notification-repository.ts';

/** Beside the notification what it is found by: plain equality is all that the fallback store serves from an index. */
export interface NotificationDocument extends Stored<Notification, 'notificationId'> {
  /** recipient/YYYY-MM of `at` */
  inMonth: string;
  /** The same as long as it is unread, then missing. */
  unreadIn?: string;
  /** The slot of `recordedAt`. */
  slot: string;
  /** The day of `recordedAt`. */
  writtenDay: string;
}

export function notificationModel(connection: Connection): Model<NotificationDocument> {
  const schema = storeSchema<NotificationDocument>({
    _id: String,
    recipientId: String,
    kind: String,
    caseId: String,
    number: String,
    incidentId: String,
    agentId: String,
    serverId: String,
    at: String,
    recordedAt: String,
    readAt: String,
    inMonth: String,
    unreadIn: String,
    slot: String,
    writtenDay: String,
  });
  schema.index({ inMonth: 1, at: -1, _id: -1 });
  schema.index({ unreadIn: 1, at: -1, _id: -1 });
  schema.index({ slot: 1 });
  schema.index({ writtenDay: 1 });
  return connection.model<NotificationDocument>('Notification', schema, 'notifications');
}

export function monthKey(recipientId: string, at: string): string {
  return `${recipientId}/${at.slice(0, 7)}`;
}

export function toNotificationDocument({ notificationId, ...rest }: Notification): NotificationDocument {
  const inMonth = monthKey(rest.recipientId, rest.at);
  const unread = rest.readAt === null ? { unreadIn: inMonth } : {};
  return {
    _id: notificationId,
    ...rest,
    inMonth,
    ...unread,
    slot: slotOf(Date.parse(rest.recordedAt)),
    writtenDay: dayOf(rest.recordedAt),
  };
}

export function toNotification(document: NotificationDocument): Notification {
  const { _id, inMonth: _inMonth, unreadIn: _unreadIn, slot: _slot, writtenDay: _writtenDay, ...rest } = document;
  return { notificationId: _id, ...rest };
}
