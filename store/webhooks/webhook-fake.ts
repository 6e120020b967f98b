import { FakeTable } from '../kernel/fake-table.ts';
import type { Webhook, WebhookRepository } from './webhook-repository.ts';

export function fakeWebhooks(): WebhookRepository {
  const table = new FakeTable<Webhook>();
  return {
    async insert(webhook) {
      return table.insert(webhook.webhookId, webhook);
    },
    async find(webhookId) {
      return table.get(webhookId);
    },
    async list() {
      return table.where().sort((one, other) => (one.webhookId < other.webhookId ? -1 : 1));
    },
    async change(webhookId, change) {
      const webhook = table.get(webhookId);
      if (webhook) table.put(webhookId, { ...webhook, ...change });
      return table.get(webhookId);
    },
    async remove(webhookId) {
      table.remove(webhookId);
    },
  };
}
