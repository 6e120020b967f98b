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
    async record(webhook) {
      const recorded = table.get(webhook.webhookId);
      if (recorded === null || (recorded.version ?? 1) >= (webhook.version ?? 1)) return false;
      table.put(webhook.webhookId, { ...recorded, ...webhook });
      return true;
    },
    async recordSecret(webhookId, secret) {
      const recorded = table.get(webhookId);
      if (recorded) table.put(webhookId, { ...recorded, ...secret });
      return recorded !== null;
    },
    async remove(webhookId) {
      table.remove(webhookId);
    },
  };
}
