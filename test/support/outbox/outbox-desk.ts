import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, vi } from 'vitest';
import { smtpMailer } from '../../../worker/mail-transport.ts';
import { webhookTransport } from '../../../worker/webhook-transport.ts';
import { acknowledge, resolve } from '../../../workflows/complaint/complaint-messages.ts';
import type { Patience } from '../../../workflows/outbox/outbox-types.ts';
import { buildUser } from '../builders/user-builder.ts';
import { actionBy, reportRef, startCase, untilRecorded } from '../desk/test-case.ts';
import { startTestDesk } from '../desk/test-desk.ts';
import { headerOf, startMailServer } from './mail-server.ts';

export const webhookSecret = 'rahasia-webhook';

interface HookCall {
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

/** Somebody else's server; `statuses` are its next answers, 0 for none at all, 204 when there are none left. */
async function startHook() {
  const statuses: number[] = [];
  const seen: HookCall[] = [];
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

/**
 * A desk whose mails and webhooks really leave, to servers that can be told to fail.
 *
 * @param giveUpAfter milliseconds; a test that is about trying again leaves a busy machine its time
 */
export async function startOutboxDesk({ giveUpAfter }: Pick<Patience, 'giveUpAfter'>) {
  const [mail, hook] = await Promise.all([startMailServer(), startHook()]);
  const patience = { firstPause: 100, longestPause: 200, giveUpAfter };
  const smtp = smtpMailer({ url: mail.url, from: 'giliran@giliran.example', timeouts: { socketTimeout: 500 } });
  const webhooks = webhookTransport({ allowLoopback: true, timeoutMs: 500 });
  const desk = await startTestDesk({ outbox: { ports: { mail: smtp, webhooks, publicUrl: 'http://web' }, patience } });
  const at = new Date().toISOString();
  await desk.store.webhooks.insert({
    ...{ webhookId: 'hook', url: hook.url, events: ['resolved'], description: '', secret: webhookSecret, active: true },
    ...{ createdBy: 'admin', createdAt: at, updatedAt: at },
  });
  return {
    ...{ desk, mail, hook },
    /** A case of somebody new, resolved by its agent; answers how long the resolution took. */
    async resolvedCase(name: string, mailChoices = {}) {
      const submitterId = `${name}-${desk.deskId}`;
      const role = { role: 'submitter' as const, deskId: null, tier: null };
      const email = `${name}@giliran.example`;
      await desk.store.users.insert(
        buildUser({ userId: submitterId, username: submitterId, ...role, email, mailChoices }),
      );
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
    },
    mailsTo: (email: string) => mail.received.filter((raw) => headerOf(raw, 'To')?.includes(email)),
    /** Waits for a mail in this state. */
    untilMail: (notificationId: string, state: string) =>
      vi.waitUntil(
        async () => {
          const row = await desk.store.mails.find(notificationId);
          return row?.state === state ? row : null;
        },
        { timeout: 25_000, interval: 50 },
      ),
    /** Waits for a case's delivery in this state. */
    untilDelivery: (caseId: string, state: string) =>
      vi.waitUntil(
        async () => {
          const { items } = await desk.store.deliveries.ofWebhook('hook', { now: new Date().toISOString(), limit: 50 });
          return items.find((one) => one.caseId === caseId && one.state === state);
        },
        { timeout: 25_000, interval: 50 },
      ),
    async end() {
      await desk.end();
      await mail.close();
      hook.server.closeAllConnections();
      hook.server.close();
    },
  };
}

export type OutboxDesk = Awaited<ReturnType<typeof startOutboxDesk>>;
