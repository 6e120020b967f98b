import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { createDirectory } from '../complaints/complaint-directory.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { idSchema } from '../http/id-schema.ts';
import { operation, type Operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import { timeSchema } from '../http/time-schema.ts';
import { choicesOperations } from './choices-operations.ts';
import { notificationSchema, presentNotification } from './notification-presenter.ts';

const notificationQuerySchema = z.strictObject({
  unread: z.enum(['true', 'false']).optional().meta({ description: 'true: only what has not been read.' }),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional(),
});

const notificationPageSchema = z
  .strictObject({
    items: z.array(notificationSchema),
    unread: z.int().meta({ description: 'How many are unread, counted up to 100.' }),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'NotificationPage' });

const place = z.strictObject({ at: z.string(), notificationId: z.string() });
const mostUnread = 100;
const access = { action: 'notification.use' } as const;
const tag = 'Notifications';

/** What a person is told, and what of it is mailed. Each sees and marks their own alone. */
export function notificationOperations(deps: ApiDeps): Operation[] {
  return [listNotifications(deps), markRead(deps), markAllRead(deps), ...choicesOperations(deps)];
}

function listNotifications({ clock, store }: ApiDeps): Operation {
  const directory = createDirectory(store);
  return operation({
    method: 'get',
    path: '/v1/notifications',
    operationId: 'listNotifications',
    summary: 'What one has been told, newest first',
    description: 'One for each event of a case and person, for about a year.',
    tag,
    access,
    request: { query: notificationQuerySchema },
    responses: { 200: { description: 'A page of notifications.', body: notificationPageSchema } },
    problems: ['invalid_cursor'],
  }).handle(async ({ actor, locale, query }) => {
    const now = clock().toISOString();
    const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, place);
    const [page, unread] = await Promise.all([
      store.notifications.list(actor.id, {
        ...{ now, limit: query.limit, unread: query.unread === 'true' },
        ...(after && { after }),
      }),
      store.notifications.countUnread(actor.id, { now, most: mostUnread }),
    ]);
    const items = await Promise.all(page.items.map((row) => presentNotification({ store, directory }, row, locale)));
    return { status: 200, body: { items, unread, ...(page.next && { nextCursor: encodeCursor(page.next) }) } };
  });
}

function markRead({ clock, store }: ApiDeps): Operation {
  return operation({
    method: 'post',
    path: '/v1/notifications/:id/read',
    operationId: 'markNotificationRead',
    summary: 'Mark one as read',
    description: 'Once is the same as twice.',
    tag,
    access,
    request: { params: z.strictObject({ id: idSchema }) },
    responses: { 204: { description: 'It is read.' } },
    problems: ['not_found'],
  }).handle(async ({ actor, params }) => {
    const at = clock().toISOString();
    const found = await store.notifications.markRead({ recipientId: actor.id, notificationId: params.id, at });
    if (!found) throw new Problem('not_found');
    return { status: 204 };
  });
}

function markAllRead({ clock, store }: ApiDeps): Operation {
  const body = z
    .strictObject({
      upTo: timeSchema.optional().meta({ description: 'Only what happened until then: the newest that was shown.' }),
    })
    .optional()
    .meta({ id: 'ReadAll', example: { upTo: '2026-11-24T01:00:00Z' } });
  return operation({
    method: 'post',
    path: '/v1/notifications/read-all',
    operationId: 'markAllNotificationsRead',
    summary: 'Mark all as read',
    tag,
    access,
    request: { body },
    responses: { 204: { description: 'They are read.' } },
  }).handle(async ({ actor, body: asked }) => {
    const at = clock().toISOString();
    const upTo = asked?.upTo === undefined ? at : new Date(asked.upTo).toISOString();
    await store.notifications.markAllRead({ recipientId: actor.id, upTo, at });
    return { status: 204 };
  });
}
