import { it, vi } from 'vitest';
import type { MailAnswer } from '../../../activities/outbox/mail-port.ts';
import type { WebhookAnswer } from '../../../activities/outbox/webhook-port.ts';
import { resolveSignal } from '../../../workflows/complaint/complaint-messages.ts';
import { mailingWorkflowId, webhookDeliveryWorkflowId } from '../../../workflows/kernel/workflow-ids.ts';
import { buildUser } from '../../support/builders/user-builder.ts';
import { reportRef, startCase, untilRecorded } from '../../support/desk/test-case.ts';
import type { TestDesk } from '../../support/desk/test-desk.ts';
import { atDesk, patience, save } from './history-recorder.ts';

const later: MailAnswer = { outcome: 'later', unsure: false, detail: '421 later' };

/** What the mail server and the webhook say; the last answer is said for ever. */
function answering(mails: MailAnswer[], webhooks: WebhookAnswer[]) {
  const next = <T>(answers: T[]): T => (answers.length > 1 ? answers.shift() : answers[0]) as T;
  return {
    ports: {
      mail: { send: () => Promise.resolve(next(mails)) },
      webhooks: { post: () => Promise.resolve(next(webhooks)) },
      publicUrl: 'http://web',
    },
    patience: { firstPause: 100, longestPause: 200, giveUpAfter: 2_000 },
  };
}

/** Resolves a case whose submitter has an address, and answers what mails that and takes it to a webhook. */
async function newsOfResolution(desk: TestDesk) {
  const submitterId = `xyz-${desk.deskId}`;
  const role = { role: 'submitter' as const, deskId: null, tier: null };
  const email = 'xyz@giliran.example';
  await desk.store.users.insert(buildUser({ userId: submitterId, username: submitterId, ...role, email }));
  const at = new Date().toISOString();
  await desk.store.webhooks.insert({
    ...{ webhookId: desk.deskId, url: 'http://127.0.0.1/', events: ['resolved'], description: '', secret: 'rahasia' },
    ...{ active: true, createdBy: 'admin', createdAt: at, updatedAt: at },
  });
  const { caseId, handle } = await startCase(desk, { firstReport: reportRef({ submitterId }) });
  await untilRecorded(desk, caseId, { status: 'assigned' });
  await handle.signal(resolveSignal, { actorId: 'pengawas', resolution: 'selesai' });
  const now = () => ({ now: new Date().toISOString(), limit: 9 });
  const told = await vi.waitUntil(
    async () => (await desk.store.notifications.list(submitterId, now())).items.find(({ kind }) => kind === 'resolved'),
    patience,
  );
  const [delivery] = await vi.waitUntil(async () => {
    const { items } = await desk.store.deliveries.ofWebhook(desk.deskId, now());
    return items.length > 0 && items;
  }, patience);
  const handleOf = (id: string) => desk.client.workflow.getHandle(id);
  const mailing = handleOf(mailingWorkflowId(told.notificationId));
  const delivering = handleOf(webhookDeliveryWorkflowId(delivery?.deliveryId ?? ''));
  // Started without being waited for.
  for (const each of [mailing, delivering]) {
    await vi.waitUntil(() => each.result().then(Boolean, () => false), patience);
  }
  await handle.terminate('end of the recording');
  return { mailing, delivering };
}

it('a mail and a piece of news that arrive, the second time', () =>
  atDesk(
    { outbox: answering([later, { outcome: 'accepted', detail: '250' }], [{ status: 500 }, { status: 204 }]) },
    async (desk) => {
      const { delivering, mailing } = await newsOfResolution(desk);
      await save('mailing-sent', mailing);
      await save('webhook-delivery-delivered', delivering);
    },
  ));

it('a mail and a piece of news that are given up', () =>
  atDesk({ outbox: answering([later], [{ status: 503 }]) }, async (desk) => {
    const { delivering, mailing } = await newsOfResolution(desk);
    await save('mailing-given-up', mailing);
    await save('webhook-delivery-given-up', delivering);
  }));
