import type { Expiring } from '../kernel/expiring.ts';
import type { NotificationKind } from '../../workflows/notifications/notification-types.ts';

/** One line in somebody's list of news. Ids only; its sentence is made when it is read. */
export interface Notification {
  /** From case, event and recipient: the same news is kept once. */
  notificationId: string;
  recipientId: string;
  kind: NotificationKind;
  caseId: string;
  number: string;
  /** Set when it is about an incident: then `caseId` and `number` name that. */
  incidentId?: string;
  agentId: string | null;
  serverId: string | null;
  /** When it happened, ISO 8601 UTC. */
  at: string;
  /** When it was written, ISO 8601 UTC. */
  recordedAt: string;
  readAt: string | null;
}

/** A place in the list: newest first, ties by id. */
export interface NotificationPosition {
  at: string;
  notificationId: string;
}

/** What people are told. Only unique inserts arbitrate; marking something as read twice is the same as once. */
export interface NotificationRepository extends Expiring {
  /** Adds what is not there yet; unique by id, so that repeating it changes nothing. */
  append(notifications: Notification[]): Promise<void>;
  find(notificationId: string): Promise<Notification | null>;
  /** Newest first, after `after`; those of about a year before `now` (ISO 8601 UTC). */
  list(
    recipientId: string,
    page: { now: string; limit: number; unread?: boolean; after?: NotificationPosition },
  ): Promise<{ items: Notification[]; next: NotificationPosition | null }>;
  /** How many are unread, counted up to `most`. */
  countUnread(recipientId: string, bounds: { now: string; most: number }): Promise<number>;
  /** False when the recipient has no such notification. One that is read already keeps its time. */
  markRead(read: { recipientId: string; notificationId: string; at: string }): Promise<boolean>;
  /** Marks everything up to `upTo` (of `at`) as read. */
  markAllRead(read: { recipientId: string; upTo: string; at: string }): Promise<void>;
  /** What was written in this slot of time (`slotOf`). */
  recordedIn(slot: string): Promise<Notification[]>;
}
