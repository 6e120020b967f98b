import { fakeExpiring } from '../kernel/expiring-fake.ts';
import { FakeTable } from '../kernel/fake-table.ts';
import type { Delivery, DeliveryPosition, DeliveryRepository } from './delivery-repository.ts';

export function fakeDeliveries(): DeliveryRepository {
  const table = new FakeTable<Delivery>();
  return {
    ...fakeExpiring(table, {
      idOf: ({ deliveryId }) => deliveryId,
      writtenAt: ({ createdAt }) => createdAt,
      mayGo: ({ state }) => state !== 'due',
    }),
    async append(deliveries) {
      for (const delivery of deliveries) table.insert(delivery.deliveryId, delivery);
    },
    async find(deliveryId) {
      return table.get(deliveryId);
    },
    async ofWebhook(webhookId, { limit, after }) {
      const found = table
        .where((row) => row.webhookId === webhookId && (after === undefined || newestFirst(after, row) < 0))
        .sort(newestFirst);
      const items = found.slice(0, limit);
      const last = found.length > limit ? items.at(-1) : undefined;
      return { items, next: last ? { createdAt: last.createdAt, deliveryId: last.deliveryId } : null };
    },
    async recordAttempt(deliveryId, outcome) {
      const delivery = table.get(deliveryId);
      if (delivery) table.put(deliveryId, { ...delivery, ...outcome });
    },
    async due(limit) {
      return table.where((row) => row.state === 'due').slice(0, limit);
    },
  };
}

function newestFirst(one: DeliveryPosition, other: DeliveryPosition): number {
  if (one.createdAt !== other.createdAt) return one.createdAt > other.createdAt ? -1 : 1;
  if (one.deliveryId === other.deliveryId) return 0;
  return one.deliveryId > other.deliveryId ? -1 : 1;
}
