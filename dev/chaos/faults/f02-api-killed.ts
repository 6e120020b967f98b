import { setTimeout as pause } from 'node:timers/promises';
import { sendMany } from '../client/send-many.ts';
import { probeRecovery } from '../client/probe-recovery.ts';
import { isTaken } from '../client/journal-types.ts';
import type { Fault } from '../fault-types.ts';

/** F2: kill -9 the API in the middle of requests; the clients retry and get the same answer. */
export const apiKilled: Fault = {
  id: 'F2',
  title: 'kill -9 the API mid-request; clients retry with their key',
  async run(context) {
    const { client, expect, injected, note, random, scale, stack } = context;
    const [kills, submissions] = scale === 'full' ? [15, 400] : [1, 20];
    const sender = { isDone: false };
    const sending = sendMany(context, submissions, { clients: 12, perSecond: 15, repeats: 20 }).finally(
      () => (sender.isDone = true),
    );
    for (let kill = 0; kill < kills && !sender.isDone; kill += 1) {
      await pause(random.between(50, 700));
      const since = Date.now();
      await stack.api.kill();
      injected();
      await probeRecovery(context, since);
    }
    await sending;
    const cut = client.journal.filter(({ attempts }) => attempts.some(({ status }) => status === null));
    note(`${cut.length} requests lost their answer`);
    expect(cut.length > 0, 'no request was under way when the API was killed');
    // Whoever asks again, once all is well, is told the same.
    for (const entry of cut) await client.again(entry, client.bodyOf(entry), { patienceMs: 30_000 });
    const differing = cut.filter(({ attempts }) => new Set(attempts.filter(isTaken).map((a) => a.reportId)).size > 1);
    expect(differing.length === 0, `${differing.length} were answered otherwise the second time`);
  },
};
