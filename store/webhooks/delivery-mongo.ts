import { trusted, type Connection, type Model, type QueryFilter } from 'mongoose';
import { daysBefore } from '../kernel/day-walk.ts';
import { dayOf, mongoExpiring } from '../kernel/expiring-mongo.ts';
import { insertMissing } from '../kernel/insert-once.ts';
import { storeSchema } from '../kernel/store-schema.ts';
import type { Stored } from '../kernel/stored-document.ts';
import type { Delivery, DeliveryPosition, DeliveryRepository } from './delivery-repository.ts';

/** `writtenDay` is the day of `createdAt`, `inDay` webhook/day. */
type DeliveryDocument = Stored<Delivery, 'deliveryId'> & { inDay: string; writtenDay: string };

export function mongoDeliveries(connection: Connection): DeliveryRepository {
  const model = deliveryModel(connection);
  return {
    ...mongoExpiring(model, { state: trusted({ $ne: 'due' as const }) }),
    async append(deliveries) {
      await insertMissing(model, deliveries.map(toDeliveryDocument));
    },
    async find(deliveryId) {
      const found = await model.findById(deliveryId).lean<DeliveryDocument>();
      return found === null ? null : toDelivery(found);
    },
    async ofWebhook(webhookId, { now, limit, after }) {
      const found: DeliveryDocument[] = [];
      for (const day of daysBefore(after?.createdAt ?? now)) {
        if (found.length > limit) break;
        const page = model.find({ inDay: `${webhookId}/${day}`, ...olderThan(after) }).sort({ createdAt: -1, _id: -1 });
        found.push(...(await page.limit(limit + 1 - found.length).lean<DeliveryDocument[]>()));
      }
      const items = found.slice(0, limit).map(toDelivery);
      const last = found.length > limit ? items.at(-1) : undefined;
      return { items, next: last ? { createdAt: last.createdAt, deliveryId: last.deliveryId } : null };
    },
    async recordAttempt(deliveryId, outcome) {
      await model.updateOne({ _id: deliveryId }, { $set: outcome });
    },
    async due(limit) {
      return (await model.find({ state: 'due' }).limit(limit).lean<DeliveryDocument[]>()).map(toDelivery);
    },
  };
}

function deliveryModel(connection: Connection): Model<DeliveryDocument> {
  const schema = storeSchema<DeliveryDocument>({
    _id: String,
    webhookId: String,
    event: String,
    caseId: String,
    body: String,
    state: String,
    attempts: Number,
    lastStatus: Number,
    lastError: String,
    createdAt: String,
    lastAttemptAt: String,
    inDay: String,
    writtenDay: String,
  });
  schema.index({ inDay: 1, createdAt: -1, _id: -1 });
  schema.index({ state: 1 });
  schema.index({ writtenDay: 1 });
  return connection.model<DeliveryDocument>('WebhookDelivery', schema, 'webhookDeliveries');
}

function olderThan(position: DeliveryPosition | undefined): QueryFilter<DeliveryDocument> {
  if (position === undefined) return {};
  const { createdAt, deliveryId } = position;
  return { $or: [{ createdAt: trusted({ $lt: createdAt }) }, { createdAt, _id: trusted({ $lt: deliveryId }) }] };
}

function toDeliveryDocument({ deliveryId, ...rest }: Delivery): DeliveryDocument {
  const writtenDay = dayOf(rest.createdAt);
  return { _id: deliveryId, ...rest, inDay: `${rest.webhookId}/${writtenDay}`, writtenDay };
}

function toDelivery({ _id, inDay: _inDay, writtenDay: _writtenDay, ...rest }: DeliveryDocument): Delivery {
  return { deliveryId: _id, ...rest };
}
