import type { Connection, Model } from 'mongoose';
import { insertOnce } from '../kernel/insert-once.ts';
import { storeSchema } from '../kernel/store-schema.ts';
import { toDocument, toRow, type Stored } from '../kernel/stored-document.ts';
import type { Webhook, WebhookRepository } from './webhook-repository.ts';

type WebhookDocument = Stored<Webhook, 'webhookId'>;

const toWebhook = (document: WebhookDocument) => toRow<Webhook, 'webhookId'>('webhookId', document);

export function mongoWebhooks(connection: Connection): WebhookRepository {
  const model = webhookModel(connection);
  const find = async (webhookId: string): Promise<Webhook | null> => {
    const found = await model.findById(webhookId).lean<WebhookDocument>();
    return found === null ? null : toWebhook(found);
  };
  return {
    find,
    async insert(webhook) {
      return insertOnce(model, toDocument('webhookId', webhook));
    },
    async list() {
      return (await model.find().sort('_id').lean<WebhookDocument[]>()).map(toWebhook);
    },
    async change(webhookId, change) {
      await model.updateOne({ _id: webhookId }, { $set: change });
      return find(webhookId);
    },
    async remove(webhookId) {
      await model.deleteOne({ _id: webhookId });
    },
  };
}

function webhookModel(connection: Connection): Model<WebhookDocument> {
  const schema = storeSchema<WebhookDocument>({
    _id: String,
    url: String,
    events: [String],
    description: String,
    secret: String,
    active: Boolean,
    createdBy: String,
    createdAt: String,
    updatedAt: String,
  });
  return connection.model<WebhookDocument>('Webhook', schema, 'webhooks');
}
