import { z } from 'zod';
import type { Notification } from '../../store/notifications/notification-repository.ts';
import type { Store } from '../../store/store.ts';
import { notificationSentence } from '../../workflows/notifications/notification-texts.ts';
import { notificationKindNames } from '../../workflows/notifications/notification-types.ts';
import type { Directory } from '../complaints/complaint-directory.ts';
import { timeSchema } from '../http/time-schema.ts';
import type { Locale } from '../locale/translate.ts';

export const notificationSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(notificationKindNames),
    at: timeSchema.meta({ description: 'When it happened.' }),
    readAt: timeSchema.nullable(),
    complaint: z.strictObject({ id: z.string(), number: z.string() }),
    incidentId: z.string().optional().meta({ description: 'Set when it is about an incident and no complaint.' }),
    agent: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    serverId: z.string().nullable(),
    text: z.string().meta({ description: 'In the language of the request; never what anybody has written.' }),
  })
  .meta({ id: 'Notification' });

export type PresentedNotification = z.input<typeof notificationSchema>;

/** The only way for a notification to leave the API. */
export async function presentNotification(
  { directory }: { directory: Directory; store: Store },
  notification: Notification,
  locale: Locale,
): Promise<PresentedNotification> {
  const { agentId, at, caseId, incidentId, kind, notificationId, number, readAt, serverId } = notification;
  const people = await directory.people(agentId === null ? [] : [agentId]);
  const server = serverId === null ? null : await directory.server(serverId);
  const agent = agentId === null ? null : { id: agentId, name: people.get(agentId) ?? agentId };
  const text = notificationSentence(locale, kind, { number, agent: agent?.name ?? null, server });
  const about = { complaint: { id: caseId, number }, ...(incidentId === undefined ? {} : { incidentId }) };
  return { id: notificationId, kind, at, readAt, ...about, agent, serverId, text };
}
