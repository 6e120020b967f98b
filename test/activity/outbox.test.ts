import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { smtpMailer } from '../../worker/mail-transport.ts';
import { sweepOutbox } from '../../worker/outbox-sweep.ts';
import { webhookTransport } from '../../worker/webhook-transport.ts';
import { acknowledge, resolve } from '../../workflows/complaint/complaint-messages.ts';
import { buildUser } from '../support/builders/user-builder.ts';
import { actionBy, reportRef, startCase, untilRecorded } from '../support/desk/test-case.ts';
import { startTestDesk, type TestDesk } from '../support/desk/test-desk.ts';
import { headerOf, startMailServer, type TestMailServer } from '../support/outbox/mail-server.ts';

const secret = 'rahasia-webhook';

let mail: TestMailServer;
let hook: {
  server: Server;
  url: string;
  statuses: number[];
  seen: { headers: NodeJS.Dict<string | string[]>; body: string }[];
};
let desk: TestDesk;

async function startHook() {
  const statuses: number[] = [];
  const seen: (typeof hook)['seen'] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const status = statuses.shift() ?? 204;
      if (status === 0) return void request.socket.destroy();
      seen.push({ headers: request.headers, body });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, statuses, seen };
}

beforeAll(async () => {
  [mail, hook] = await Promise.all([startMailServer(), startHook()]);
  const patience = { firstPause: 100, longestPause: 200, giveUpAfter: 4_000 };
  const smtp = smtpMailer({ url: mail.url, from: 'giliran@giliran.example', timeouts: { socketTimeout: 500 } });
  const webhooks = webhookTransport({ allowLoopback: true, timeoutMs: 500 });
  desk = await startTestDesk({ outbox: { ports: { mail: smtp, webhooks, publicUrl: 'http://web' }, patience } });
  const at = new Date().toISOString();
  await desk.store.webhooks.insert({
    ...{ webhookId: 'hook', url: hook.url, events: ['resolved'], description: '', secret, active: true },
    ...{ createdBy: 'admin', createdAt: at, updatedAt: at },
  });
});
afterAll(async () => {
  await desk.end();
  await mail.close();
  hook.server.closeAllConnections();
  hook.server.close();
});

/** A case of somebody new, resolved by its agent; answers how long the resolution took. */
async function resolvedCase(name: string, mailChoices = {}) {
  const submitterId = `${name}-${desk.deskId}`;
  const role = { role: 'submitter' as const, deskId: null, tier: null };
  const email = `${name}@giliran.example`;
  await desk.store.users.insert(buildUser({ userId: submitterId, username: submitterId, ...role, email, mailChoices }));
  const { caseId, handle } = await startCase(desk, { firstReport: reportRef({ submitterId }) });
  const { agentId } = await untilRecorded(desk, caseId, { status: 'assigned' });
  await handle.executeUpdate(acknowledge, { args: [actionBy(agentId ?? '')] });
  const began = Date.now();
  await handle.executeUpdate(resolve, { args: [{ ...actionBy(agentId ?? ''), resolutionId: 'text-1' }] });
  const tookMs = Date.now() - began;
  const list = () => desk.store.notifications.list(submitterId, { now: new Date().toISOString(), limit: 50 });
  await expect.poll(async () => (await list()).items.map(({ kind }) => kind)).toContain('resolved');
  const { items } = await list();
  const told = items.find(({ kind }) => kind === 'resolved');
  return { caseId, handle, email, items, tookMs, notificationId: told?.notificationId ?? '' };
}

const mailsTo = (email: string) => mail.received.filter((raw) => headerOf(raw, 'To')?.includes(email));

async function untilMail(notificationId: string, state: string) {
  return vi.waitUntil(
    async () => {
      const row = await desk.store.mails.find(notificationId);
      return row?.state === state ? row : null;
    },
    { timeout: 25_000, interval: 50 },
  );
}

it('tells the submitter and the agent in the application, and by mail what they want mailed', async () => {
  const { email, items, notificationId, caseId } = await resolvedCase('biasa');
  expect(items.map(({ kind }) => kind)).toEqual(['resolved', 'assigned']);
  const row = await untilMail(notificationId, 'sent');
  expect(row).toMatchObject({ attempts: 1, unsure: 0 });
  expect(mailsTo(email)).toHaveLength(1);
  const view = await desk.store.cases.find(caseId);
  expect(headerOf(mailsTo(email)[0] ?? '', 'Subject')).toContain(`[${view?.number}]`);
  const agentsNews = await desk.store.notifications.list(view?.agentId ?? '', {
    now: new Date().toISOString(),
    limit: 9,
  });
  expect(agentsNews.items.filter((one) => one.caseId === caseId).map(({ kind }) => kind)).toEqual(['givenToYou']);
});

it('mails nothing to those who do not want it', async () => {
  const { email, notificationId } = await resolvedCase('tidak', { resolved: false });
  expect(await desk.store.mails.find(notificationId)).toBeNull();
  expect(mailsTo(email)).toEqual([]);
});

it('a mail server that says "later" gets it later, under the same Message-ID', async () => {
  mail.faults.push(451, 'dropAfterData', 'slow');
  const { email, notificationId, tookMs } = await resolvedCase('nanti');
  expect(tookMs).toBeLessThan(3_000);
  const row = await untilMail(notificationId, 'sent');
  // Twice it may have been taken: after the text the line was dropped, and once nothing was said.
  expect(row).toMatchObject({ attempts: 4, unsure: 2 });
  const ids = mailsTo(email).map((raw) => headerOf(raw, 'Message-ID'));
  expect(ids).toHaveLength(2);
  expect(new Set(ids)).toEqual(new Set([`<${notificationId}@giliran.example>`]));
});

it('a mail server that says no for good is not asked again, and the row says so', async () => {
  mail.faults.push(550);
  const { email, notificationId } = await resolvedCase('ditolak');
  const row = await untilMail(notificationId, 'refused');
  expect(row).toMatchObject({ attempts: 1, unsure: 0, detail: expect.stringContaining('550') as string });
  expect(mailsTo(email)).toEqual([]);
});

it('one that is down for good is given up, and no case knows of it', async () => {
  mail.faults.push(...Array.from({ length: 200 }, () => 421));
  const { notificationId, handle } = await resolvedCase('mati');
  await untilMail(notificationId, 'gaveUp');
  mail.faults.length = 0;
  expect((await handle.describe()).status.name).toBe('RUNNING');
});

it('what was written down and never begun is begun by the sweep, and what runs or is done is left alone', async () => {
  const { notificationId, email } = await resolvedCase('sapu');
  await untilMail(notificationId, 'sent');
  const started: string[] = [];
  const start = { mailing: (id: string) => void started.push(id), delivery: () => undefined };
  expect(await sweepOutbox(desk.store, start, Date.now() + 120_000)).toBe(0);
  const row = { recipientId: email, state: 'due' as const, attempts: 0, unsure: 0, detail: null };
  const at = new Date().toISOString();
  await desk.store.mails.append([{ notificationId: 'forgotten', ...row, createdAt: at, updatedAt: at }]);
  expect(await sweepOutbox(desk.store, start)).toBe(0);
  expect(await sweepOutbox(desk.store, start, Date.now() + 120_000)).toBe(1);
  expect(started).toEqual(['forgotten']);
});

it('a webhook is told once, signed, with ids and states only, and again while it fails', async () => {
  const before = hook.seen.length;
  hook.statuses.push(500, 0, 302);
  const { caseId } = await resolvedCase('kait');
  const log = () => desk.store.deliveries.ofWebhook('hook', { now: new Date().toISOString(), limit: 50 });
  const delivered = await vi.waitUntil(
    async () => (await log()).items.find((one) => one.caseId === caseId && one.state === 'delivered'),
    { timeout: 10_000, interval: 50 },
  );
  expect(delivered).toMatchObject({ event: 'resolved', attempts: 4, lastStatus: 204, lastError: null });
  const calls = hook.seen.slice(before).filter(({ body }) => body.includes(caseId));
  expect(calls).toHaveLength(3);
  const { body, headers } = calls.at(-1) ?? { body: '', headers: {} };
  const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['giliran-signature'])) ?? [];
  expect(v1).toBe(createHmac('sha256', secret).update(`${t}.${body}`).digest('hex'));
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

it('a webhook that fails for too long is given up, one that says 410 at once', async () => {
  hook.statuses.push(...Array.from({ length: 100 }, () => 503));
  const { caseId } = await resolvedCase('gagal');
  const log = () => desk.store.deliveries.ofWebhook('hook', { now: new Date().toISOString(), limit: 50 });
  const failed = (of: string) =>
    vi.waitUntil(async () => (await log()).items.find((one) => one.caseId === of && one.state === 'failed'), {
      timeout: 10_000,
      interval: 50,
    });
  expect(await failed(caseId)).toMatchObject({ lastStatus: 503 });
  hook.statuses.length = 0;
  hook.statuses.push(410);
  const gone = await resolvedCase('pergi');
  expect(await failed(gone.caseId)).toMatchObject({ attempts: 1, lastStatus: 410 });
});
