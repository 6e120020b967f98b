import { z } from 'zod';
import type { Delivery } from '../../store/webhooks/delivery-repository.ts';
import type { ApiDeps } from '../api-deps.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { idSchema } from '../http/id-schema.ts';
import { operation, type Operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import { deliveryPageSchema, deliveryQuerySchema, deliverySchema } from './webhook-schemas.ts';

const common = { tag: 'Webhooks', access: { action: 'webhook.manage' } } as const;
const place = z.strictObject({ createdAt: z.string(), deliveryId: z.string() });

function presentDelivery({
  caseId,
  deliveryId,
  webhookId: _webhookId,
  ...rest
}: Delivery): z.input<typeof deliverySchema> {
  return { id: deliveryId, complaintId: caseId, ...rest };
}

/** The log of what was sent to a webhook, and sending it again. */
export function deliveryOperations({ clock, engine, store }: ApiDeps): Operation[] {
  return [
    operation({
      ...common,
      method: 'get',
      path: '/v1/webhooks/:id/deliveries',
      operationId: 'listWebhookDeliveries',
      summary: 'What was sent to a webhook, newest first',
      description: 'Of about a month.',
      request: { params: z.strictObject({ id: idSchema }), query: deliveryQuerySchema },
      responses: { 200: { description: 'A page of deliveries.', body: deliveryPageSchema } },
      problems: ['not_found', 'invalid_cursor'],
    }).handle(async ({ params: { id }, query }) => {
      if ((await store.webhooks.find(id)) === null) throw new Problem('not_found');
      const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, place);
      const now = clock().toISOString();
      const page = await store.deliveries.ofWebhook(id, { now, limit: query.limit, ...(after && { after }) });
      const items = page.items.map(presentDelivery);
      return { status: 200, body: { items, ...(page.next && { nextCursor: encodeCursor(page.next) }) } };
    }),
    operation({
      ...common,
      method: 'post',
      path: '/v1/webhooks/:id/deliveries/:deliveryId/redeliver',
      operationId: 'redeliver',
      summary: 'Send it again',
      description: 'With the same id and the same body; receivers drop what they have had.',
      request: { params: z.strictObject({ id: idSchema, deliveryId: idSchema }) },
      responses: { 202: { description: 'It is being sent.', body: deliverySchema } },
      problems: ['not_found', 'engine_unavailable'],
    }).handle(async ({ params: { id, deliveryId } }) => {
      const delivery = await store.deliveries.find(deliveryId);
      if (delivery?.webhookId !== id) throw new Problem('not_found');
      const again: Delivery = { ...delivery, state: 'due' };
      const { attempts, lastAttemptAt, lastError, lastStatus, state } = again;
      await store.deliveries.recordAttempt(deliveryId, { attempts, lastAttemptAt, lastError, lastStatus, state });
      await engine.startDelivery(deliveryId);
      return { status: 202, body: presentDelivery(again) };
    }),
  ];
}
