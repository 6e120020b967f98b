import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../store/webhooks/delivery-repository.ts';
import type { Webhook } from '../../../store/webhooks/webhook-repository.ts';
import { nextBuilt } from '../builders/built-counter.ts';
import type { StoreUnderTest } from './store-under-test.ts';

const at = '2026-11-24T01:00:00.000Z';

function buildWebhook(): Webhook {
  const about = { url: 'https://x.example/', description: '', secret: 's', createdBy: 'admin' };
  return { webhookId: `hook-${nextBuilt()}`, events: ['*'], active: true, createdAt: at, updatedAt: at, ...about };
}

function buildDelivery(webhookId: string, createdAt = at): Delivery {
  const n = nextBuilt();
  const fresh = { state: 'due' as const, attempts: 0, lastStatus: null, lastError: null, lastAttemptAt: null };
  return {
    deliveryId: `delivery-${n}`,
    webhookId,
    event: 'assigned',
    caseId: `case-${n}`,
    body: '{}',
    createdAt,
    ...fresh,
  };
}

export function webhookContract(store: StoreUnderTest): void {
  describe('webhooks', () => {
    it('are inserted once, changed, listed in order of id and removed', async () => {
      const webhook = buildWebhook();
      expect(await store().webhooks.insert(webhook)).toBe(true);
      expect(await store().webhooks.insert({ ...webhook, url: 'https://y.example/' })).toBe(false);
      const { secret, ...shown } = webhook;
      const change = { active: false, events: ['closed', 'resolved'], updatedAt: '2026-11-25T00:00:00.000Z' };
      const changed = { ...shown, ...change, version: 2 };
      expect(await store().webhooks.record(changed)).toBe(true);
      expect(await store().webhooks.find(webhook.webhookId)).toStrictEqual({ ...changed, secret });
      expect(await store().webhooks.record({ ...changed, url: 'https://late.example/' })).toBe(false);
      expect(await store().webhooks.record({ ...changed, webhookId: 'unknown' })).toBe(false);
      const ids = (await store().webhooks.list()).map(({ webhookId }) => webhookId);
      expect(ids).toEqual([...ids].sort());
      expect(ids).toContain(webhook.webhookId);
      await store().webhooks.remove(webhook.webhookId);
      await store().webhooks.remove(webhook.webhookId);
      expect(await store().webhooks.find(webhook.webhookId)).toBeNull();
    });

    it('keep their secret through every change, and get another', async () => {
      const webhook = buildWebhook();
      await store().webhooks.insert(webhook);
      const next = { secret: 't', updatedAt: '2026-11-25T00:00:00.000Z' };
      expect(await store().webhooks.recordSecret(webhook.webhookId, next)).toBe(true);
      const { secret: _old, ...shown } = webhook;
      await store().webhooks.record({ ...shown, active: false, version: 2 });
      expect(await store().webhooks.find(webhook.webhookId)).toMatchObject({ secret: 't', active: false });
      expect(await store().webhooks.recordSecret('unknown', next)).toBe(false);
    });

    it('have a log of deliveries, newest first, in pages', async () => {
      const webhookId = `hook-${nextBuilt()}`;
      const days = ['2026-11-24', '2026-11-23', '2026-11-01'];
      const rows = days.map((day) => buildDelivery(webhookId, `${day}T01:00:00.000Z`));
      await store().deliveries.append([...rows].reverse());
      await store().deliveries.append(rows);
      const now = '2026-11-24T02:00:00.000Z';
      const first = await store().deliveries.ofWebhook(webhookId, { now, limit: 2 });
      expect(first.items).toStrictEqual(rows.slice(0, 2));
      const second = await store().deliveries.ofWebhook(webhookId, { now, limit: 2, after: first.next ?? undefined });
      expect(second).toStrictEqual({ items: rows.slice(2), next: null });
    });

    it('note the last attempt of a delivery', async () => {
      const delivery = buildDelivery(`hook-${nextBuilt()}`);
      await store().deliveries.append([delivery]);
      expect(await store().deliveries.due(1000)).toContainEqual(delivery);
      const outcome = { state: 'failed' as const, attempts: 3, lastStatus: 500, lastError: 'x', lastAttemptAt: at };
      await store().deliveries.recordAttempt(delivery.deliveryId, outcome);
      expect(await store().deliveries.find(delivery.deliveryId)).toStrictEqual({ ...delivery, ...outcome });
      expect(await store().deliveries.due(1000)).not.toContainEqual(delivery);
    });
  });
}
