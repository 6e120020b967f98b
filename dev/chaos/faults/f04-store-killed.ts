import { setTimeout as pause } from 'node:timers/promises';
import { isTaken } from '../client/journal-types.ts';
import { probeRecovery } from '../client/probe-recovery.ts';
import { sendMany } from '../client/send-many.ts';
import type { Fault } from '../fault-types.ts';

/** F4: kill -9 the store. What was answered 2xx is there afterwards (I1), and nothing is answered 2xx while it is away. */
export const storeKilled: Fault = {
  id: 'F4',
  title: 'kill -9 the store while complaints come in',
  async run(context) {
    const { client, expect, injected, note, random, scale, stack } = context;
    const [kills, submissions] = scale === 'full' ? [6, 240] : [1, 20];
    const outages: { from: number; to: number }[] = [];
    const sending = sendMany(context, submissions, { clients: 6, perSecond: 6, repeats: 20 });
    for (let kill = 0; kill < kills; kill += 1) {
      await pause(random.between(500, 2_500));
      const since = Date.now();
      for (const part of stack.store) part.hold();
      await Promise.all(stack.store.map((part) => part.kill()));
      injected();
      const from = Date.now();
      const probing = probeRecovery(context, since);
      await pause(3_000);
      outages.push({ from, to: Date.now() });
      for (const part of stack.store) part.release();
      await probing;
    }
    await sending;
    const within = client.journal
      .flatMap(({ attempts }) => attempts)
      .filter(({ endedAt, sentAt }) => outages.some(({ from, to }) => sentAt >= from && endedAt <= to));
    note(`${within.length} were answered while it was away, ${within.filter(isTaken).length} of them 2xx`);
    expect(!within.some(isTaken), 'something was answered 2xx while the store was away');
    expect(within.length > 0, 'nothing was answered while the store was away');
  },
};
