import type { User } from '../store/users/user-repository.ts';
import { notificationKinds, type NotificationKind } from '../workflows/notifications/notification-types.ts';

/** Whether this person has an address and wants such news mailed. */
export function wantsMail(user: User, kind: NotificationKind): boolean {
  if (!user.active || !user.email) return false;
  return user.mailChoices?.[kind] ?? notificationKinds[kind].mailedUnlessRefused;
}
