import { isCancellation, proxyActivities } from '@temporalio/workflow';
import type { OutboxActivities } from './outbox-activity-port.ts';
import { webhookPatience, type WebhookDeliveryInput } from './outbox-types.ts';

const { giveUpDelivery } = proxyActivities<OutboxActivities>({ startToCloseTimeout: '30 seconds' });

/** One piece of news for one webhook, tried until it is taken or a day has passed. */
export async function webhookDelivery({
  deliveryId,
  patience = webhookPatience,
}: WebhookDeliveryInput): Promise<string> {
  const { deliverWebhook } = proxyActivities<OutboxActivities>({
    startToCloseTimeout: '30 seconds',
    scheduleToCloseTimeout: patience.giveUpAfter,
    retry: { initialInterval: patience.firstPause, backoffCoefficient: 2, maximumInterval: patience.longestPause },
  });
  try {
    return await deliverWebhook.executeWithOptions({ summary: 'to the webhook' }, [{ deliveryId }]);
  } catch (error) {
    if (isCancellation(error)) throw error;
    return giveUpDelivery({ deliveryId });
  }
}
