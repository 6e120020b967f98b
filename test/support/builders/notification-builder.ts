import type { Notification } from '../../../store/notifications/notification-repository.ts';
import { nextBuilt } from './built-counter.ts';

/** Unread news for petugas-a, with an identity of its own. */
export function buildNotification(overrides: Partial<Notification> = {}): Notification {
  const n = nextBuilt();
  return {
    notificationId: `notification-${n}`,
    recipientId: 'petugas-a',
    kind: 'givenToYou',
    caseId: `case-${n}`,
    number: `261124-${n}`,
    agentId: 'petugas-a',
    serverId: null,
    at: '2026-11-24T01:00:00.000Z',
    recordedAt: '2026-11-24T01:00:00.500Z',
    readAt: null,
    ...overrides,
  };
}
