import { ApplicationFailure } from '@temporalio/common';
import type { Store } from '../../store/store.ts';
import type { Delivery, DeliveryOutcome } from '../../store/webhooks/delivery-repository.ts';
import type { OutboxActivities } from '../../workflows/outbox/outbox-activity-port.ts';
import type { WebhookAnswer, WebhookPort } from './webhook-port.ts';
import { webhookSignature } from './webhook-signature.ts';

type WebhookActivities = Pick<OutboxActivities, 'deliverWebhook' | 'giveUpDelivery'>;

/** "Gone": the receiver wants it no more (RFC 9110, 15.5.11). */
const gone = 410;

export function webhookSender(store: Store, port: WebhookPort): WebhookActivities {
  const note = async (delivery: Delivery, outcome: Partial<Delivery>): Promise<string> => {
    const { state, attempts, lastStatus, lastError, lastAttemptAt } = { ...delivery, ...outcome };
    const noted: DeliveryOutcome = { state, attempts, lastStatus, lastError, lastAttemptAt };
    await store.deliveries.recordAttempt(delivery.deliveryId, noted);
    return state;
  };
  return {
    async deliverWebhook({ deliveryId }) {
      const delivery = await store.deliveries.find(deliveryId);
      if (delivery === null || delivery.state !== 'due') return delivery?.state ?? 'failed';
      const webhook = await store.webhooks.find(delivery.webhookId);
      if (!webhook?.active) return note(delivery, { state: 'failed', lastError: 'the webhook is switched off' });
      const now = Date.now();
      const headers = headersOf(delivery, webhookSignature(webhook.secret, delivery.body, now));
      const answer = await port.post({ url: webhook.url, headers, body: delivery.body });
      const attempt = { attempts: delivery.attempts + 1, lastAttemptAt: new Date(now).toISOString() };
      const state = await note(delivery, { ...attempt, ...outcomeOf(answer) });
      if (state === 'due') throw ApplicationFailure.retryable(reasonOf(answer), 'WebhookLater');
      return state;
    },
    async giveUpDelivery({ deliveryId }) {
      const delivery = await store.deliveries.find(deliveryId);
      if (delivery === null || delivery.state !== 'due') return delivery?.state ?? 'failed';
      return note(delivery, { state: 'failed' });
    },
  };
}

function headersOf({ deliveryId, event }: Delivery, signature: string): Record<string, string> {
  return {
    'Content-Type': 'application/json; charset=utf-8',
    'User-Agent': 'Giliran-Webhook/1',
    'Giliran-Event': event,
    'Giliran-Delivery': deliveryId,
    'Giliran-Signature': signature,
  };
}

function outcomeOf(answer: WebhookAnswer): Partial<Delivery> {
  if ('error' in answer) {
    return { state: answer.forGood ? 'failed' : 'due', lastStatus: null, lastError: answer.error.slice(0, 300) };
  }
  const { status } = answer;
  if (status >= 200 && status < 300) return { state: 'delivered', lastStatus: status, lastError: null };
  return { state: status === gone ? 'failed' : 'due', lastStatus: status, lastError: reasonOf(answer) };
}

function reasonOf(answer: WebhookAnswer): string {
  return 'error' in answer ? answer.error : `the receiver answered ${answer.status}`;
}
