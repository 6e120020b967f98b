import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sweepOutbox } from '../../worker/outbox-sweep.ts';
import { headerOf } from '../support/outbox/mail-server.ts';
import { startOutboxDesk, webhookSecret, type OutboxDesk } from '../support/outbox/outbox-desk.ts';

let outbox: OutboxDesk;
beforeAll(async () => {
  outbox = await startOutboxDesk({ giveUpAfter: 600_000 });
});
afterAll(() => outbox.end());

it('tells the submitter and the agent in the application, and by mail what they want mailed', async () => {
  const { email, items, notificationId, caseId } = await outbox.resolvedCase('biasa');
  expect(items.map(({ kind }) => kind)).toEqual(['resolved', 'assigned']);
  const row = await outbox.untilMail(notificationId, 'sent');
  expect(row).toMatchObject({ attempts: 1, unsure: 0 });
  expect(outbox.mailsTo(email)).toHaveLength(1);
  const view = await outbox.desk.store.cases.find(caseId);
  expect(headerOf(outbox.mailsTo(email)[0] ?? '', 'Subject')).toContain(`[${view?.number}]`);
  const agentsNews = await outbox.desk.store.notifications.list(view?.agentId ?? '', {
    now: new Date().toISOString(),
    limit: 9,
  });
  expect(agentsNews.items.filter((one) => one.caseId === caseId).map(({ kind }) => kind)).toEqual(['givenToYou']);
});

it('mails nothing to those who do not want it', async () => {
  const { email, notificationId } = await outbox.resolvedCase('tidak', { resolved: false });
  expect(await outbox.desk.store.mails.find(notificationId)).toBeNull();
  expect(outbox.mailsTo(email)).toEqual([]);
});

it('a mail server that says "later" gets it later, under the same Message-ID', async () => {
  outbox.mail.faults.push(451, 'dropAfterData', 'slow');
  const { email, notificationId, tookMs } = await outbox.resolvedCase('nanti');
  expect(tookMs).toBeLessThan(3_000);
  const row = await outbox.untilMail(notificationId, 'sent');
  // Twice it may have been taken: after the text the line was dropped, and once nothing was said.
  expect(row).toMatchObject({ attempts: 4, unsure: 2 });
  const ids = outbox.mailsTo(email).map((raw) => headerOf(raw, 'Message-ID'));
  expect(ids).toHaveLength(2);
  expect(new Set(ids)).toEqual(new Set([`<${notificationId}@giliran.example>`]));
});

it('a mail server that says no for good is not asked again, and the row says so', async () => {
  outbox.mail.faults.push(550);
  const { email, notificationId } = await outbox.resolvedCase('ditolak');
  const row = await outbox.untilMail(notificationId, 'refused');
  expect(row).toMatchObject({ attempts: 1, unsure: 0, detail: expect.stringContaining('550') as string });
  expect(outbox.mailsTo(email)).toEqual([]);
});

it('what was written down and never begun is begun by the sweep, and what runs or is done is left alone', async () => {
  const { notificationId, email } = await outbox.resolvedCase('sapu');
  await outbox.untilMail(notificationId, 'sent');
  const started: string[] = [];
  const start = { mailing: (id: string) => void started.push(id), delivery: () => undefined };
  expect(await sweepOutbox(outbox.desk.store, start, Date.now() + 120_000)).toBe(0);
  const row = { recipientId: email, state: 'due' as const, attempts: 0, unsure: 0, detail: null };
  const at = new Date().toISOString();
  await outbox.desk.store.mails.append([{ notificationId: 'forgotten', ...row, createdAt: at, updatedAt: at }]);
  expect(await sweepOutbox(outbox.desk.store, start)).toBe(0);
  expect(await sweepOutbox(outbox.desk.store, start, Date.now() + 120_000)).toBe(1);
  expect(started).toEqual(['forgotten']);
});

it('a webhook is told once, signed, with ids and states only, and again while it fails', async () => {
  const before = outbox.hook.seen.length;
  outbox.hook.statuses.push(500, 0, 302);
  const { caseId } = await outbox.resolvedCase('kait');
  const delivered = await outbox.untilDelivery(caseId, 'delivered');
  expect(delivered).toMatchObject({ event: 'resolved', attempts: 4, lastStatus: 204, lastError: null });
  const calls = outbox.hook.seen.slice(before).filter(({ body }) => body.includes(caseId));
  expect(calls).toHaveLength(3);
  const { body, headers } = calls.at(-1) ?? { body: '', headers: {} };
  const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['giliran-signature'])) ?? [];
  expect(v1).toBe(createHmac('sha256', webhookSecret).update(`${t}.${body}`).digest('hex'));
  expect(Math.abs(Date.now() / 1000 - Number(t))).toBeLessThan(60);
  expect(headers['giliran-delivery']).toBe(delivered.deliveryId);
  expect(JSON.parse(body)).toMatchObject({
    id: delivered.deliveryId,
    event: 'resolved',
    complaint: { id: caseId, status: 'resolved' },
  });
  expect(body).not.toContain('Tidak bisa masuk');
  expect(body).not.toContain('text-1');
});
