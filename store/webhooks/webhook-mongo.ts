import type { Connection, Model } from 'mongoose';
import { insertOnce } from '../kernel/insert-once.ts';
import { oneAtATime, updateIfNewer } from '../kernel/newer-version.ts';
import { storeSchema } from '../kernel/store-schema.ts';
import { toDocument, toRow, type Stored } from '../kernel/stored-document.ts';
import type { Webhook, WebhookRepository } from './webhook-repository.ts';

type WebhookDocument = Stored<Webhook, 'webhookId'>;

const toWebhook = (document: WebhookDocument) => toRow<Webhook, 'webhookId'>('webhookId', document);

export function mongoWebhooks(connection: Connection): WebhookRepository {
  const model = webhookModel(connection);
  return {
    async find(webhookId) {
      const found = await model.findById(webhookId).lean<WebhookDocument>();
      return found === null ? null : toWebhook(found);
    },
    async insert(webhook) {
      return insertOnce(model, toDocument('webhookId', webhook));
    },
    async list() {
      return (await model.find().sort('_id').lean<WebhookDocument[]>()).map(toWebhook);
    },
    async record({ webhookId, ...rest }) {
      return updateIfNewer<WebhookDocument>(model, { _id: webhookId, ...rest } as WebhookDocument);
    },
    async recordSecret(webhookId, secret) {
      return oneAtATime(model, webhookId, async () => {
        const { matchedCount } = await model.updateOne({ _id: webhookId }, { $set: secret });
        return matchedCount > 0;
      });
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
    version: Number,
  });
  return connection.model<WebhookDocument>('Webhook', schema, 'webhooks');
}
