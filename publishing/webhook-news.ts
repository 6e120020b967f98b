import type { Store } from '../store/store.ts';
import type { Delivery } from '../store/webhooks/delivery-repository.ts';
import type { Webhook } from '../store/webhooks/webhook-repository.ts';
import type { CaseView } from '../workflows/complaint/complaint-types.ts';
import type { TimelineEntry } from '../workflows/kernel/timeline-types.ts';
import { notificationId } from '../workflows/notifications/notification-rules.ts';

/** Milliseconds for which the list of webhooks is remembered: a new one hears of what happens that much later. */
const ttl = 2_000;

/** What webhooks are to be told of these entries. */
export function webhookNews(store: Pick<Store, 'webhooks'>, now: () => number = Date.now) {
  let webhooks: Webhook[] = [];
  let until = 0;
  return async (view: CaseView, entries: TimelineEntry[]): Promise<Delivery[]> => {
    if (until <= now()) {
      webhooks = (await store.webhooks.list()).filter(({ active }) => active);
      until = now() + ttl;
    }
    return webhooks.flatMap((webhook) =>
      entries.filter(({ type }) => hears(webhook, type)).map((entry) => deliveryOf(webhook, view, entry)),
    );
  };
}

/** Whether this webhook wants to hear of such an entry. */
function hears({ events }: Webhook, type: string): boolean {
  return events.includes('*') || events.includes(type);
}

function deliveryOf({ webhookId }: Webhook, view: CaseView, entry: TimelineEntry): Delivery {
  const { caseId, no, type } = entry;
  const deliveryId = notificationId({ caseId, key: String(no), recipientId: `webhook:${webhookId}` });
  return {
    ...{ deliveryId, webhookId, event: type, caseId },
    body: JSON.stringify(bodyOf(deliveryId, view, entry)),
    ...{ state: 'due', attempts: 0, lastStatus: null, lastError: null, lastAttemptAt: null },
    createdAt: new Date().toISOString(),
  };
}

/** Ids and states, no texts: whoever needs more reads it with the rights of their own. */
function bodyOf(id: string, view: CaseView, { at, no, type }: TimelineEntry) {
  const { agentId, deskId, number, officeId, overdue, reportCount, serverId, status, systemId, tier, version } = view;
  const about = { deskId, officeId, systemId, serverId, agentId, status, tier, overdue, reportCount, version };
  return { id, event: type, no, at, complaint: { id: view.caseId, number, ...about } };
}
