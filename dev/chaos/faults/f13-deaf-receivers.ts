import { setTimeout as pause } from 'node:timers/promises';
import { sendMany } from '../client/send-many.ts';
import { isTaken } from '../client/journal-types.ts';
import { percentile } from '../report/chaos-table.ts';
import { settle } from '../observe/settle.ts';
import { withStore } from '../observe/store-rows.ts';
import { startHookSink } from '../stack/hook-sink.ts';
import type { MailManner } from '../stack/mail-sink.ts';
import type { Fault, FaultContext } from '../fault-types.ts';

/** Longer would mean that somebody waits for a mail. */
const mostForAnAction = 10_000;

/** F13: the mail server is down, slow, says 4xx or 5xx, hangs up after DATA; the webhook's endpoint does the same. */
export const deafReceivers: Fault = {
  id: 'F13',
  title: 'mail server and webhook endpoint down, slow, 4xx, 5xx, hanging up after DATA',
  wishes: ({ mailUrl }) => ({ env: { SMTP_URL: mailUrl } }),
  async run(context) {
    const { client, expect, injected, mails, note, random, scale, stack } = context;
    const [cases, badMs] = scale === 'full' ? [60, 40_000] : [8, 5_000];
    const hooks = await startHookSink();
    try {
      const admin = await client.person('admin');
      const { status } = await admin.insist('POST', '/v1/webhooks', { body: { url: hooks.url, events: ['*'] } });
      expect(status === 201, `a webhook was answered ${status}`);
      // The workers remember for some seconds which webhooks there are.
      await pause(11_000);
      const manners: readonly MailManner[] = [451, 421, 554, 'hangUpAfterData', 'saysNothing'];
      mails.manner = () => random.pick([...manners, 'take']);
      hooks.manner = () => random.pick([500, 503, 404, 'hangUp', 'saysNothing', 204]);
      const since = Date.now();
      const answers = await sendMany(context, cases, { clients: 4, perSecond: 10, repeats: 20 });
      await settleCases(context);
      const times = await resolveAll(context, [
        ...new Set(answers.filter(isTaken).flatMap(({ caseId }) => caseId ?? [])),
      ]);
      await mails.shut();
      await pause(Math.max(5_000, badMs - (Date.now() - since)));
      await mails.open();
      mails.manner = () => 'take';
      hooks.manner = () => 204;
      injected(mails.misbehaved + hooks.misbehaved);
      const slowest = percentile(times, 1) ?? 0;
      note(`${times.length} cases were resolved meanwhile, each answered within ${(slowest / 1_000).toFixed(1)} s`);
      expect(slowest < mostForAnAction, `a resolution took ${slowest} ms`);
      const unsettled = await settle(stack, { limitMs: 240_000 });
      expect(unsettled.length === 0, `mails or webhooks are left: ${unsettled.join(', ')}`);
      const twice = hooks.taken.length - new Set(hooks.taken).size;
      note(`${hooks.taken.length} webhook calls taken, ${twice} came twice; ${hooks.misbehaved} were treated badly`);
      const rows = await withStore(stack.storeUri, (all) => all('webhookDeliveries', { state: 'delivered' }));
      const missing = rows.filter(({ _id }) => !hooks.taken.includes(_id));
      expect(missing.length === 0, `${missing.length} webhook calls count as delivered and have not come`);
    } finally {
      await hooks.close();
    }
  },
};

/** Not `settle`: mails and webhooks are to be on their way now. */
async function settleCases({ stack }: FaultContext): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(500)) {
    const [pending, received] = await withStore(stack.storeUri, (rows) =>
      Promise.all([rows('reports', { placement: 'pending' }), rows('cases', { status: 'received' })]),
    );
    if (pending.length + received.length === 0) return;
  }
}

async function resolveAll({ client, expect }: FaultContext, caseIds: string[]): Promise<number[]> {
  const supervisor = await client.person('pengawas');
  const times: number[] = [];
  for (const caseId of caseIds) {
    const began = Date.now();
    const body = { resolution: 'Selesai.' };
    const { status } = await supervisor.insist('POST', `/v1/complaints/${caseId}/resolve`, { body, timeoutMs: 60_000 });
    times.push(Date.now() - began);
    expect(status === 200 || status === 202, `a resolution was answered ${status}`, { caseId });
  }
  return times;
}
