import { setTimeout as pause } from 'node:timers/promises';
import { probeRecovery } from '../client/probe-recovery.ts';
import { sendMany } from '../client/send-many.ts';
import type { Fault } from '../fault-types.ts';

/** Long enough for requests to meet it, short enough that clients do not give up. */
const awayMs = 4_000;

/** F3: kill -9 Temporal, which keeps its data on disk: intake answers 202 or 503, and what was queued drains unaided. */
export const temporalKilled: Fault = {
  id: 'F3',
  title: 'kill -9 Temporal (on disk) while complaints come in',
  async run(context) {
    const { client, expect, injected, note, random, scale, stack } = context;
    const [kills, submissions] = scale === 'full' ? [6, 240] : [1, 20];
    const outages: { from: number; to: number }[] = [];
    const sending = sendMany(context, submissions, { clients: 6, perSecond: 6, repeats: 20 });
    for (let kill = 0; kill < kills; kill += 1) {
      await pause(random.between(500, 2_500));
      const since = Date.now();
      stack.temporal.hold();
      await stack.temporal.kill();
      const from = Date.now();
      injected();
      const probing = probeRecovery(context, since);
      await pause(awayMs);
      outages.push({ from, to: Date.now() });
      stack.temporal.release();
      await probing;
    }
    await sending;
    const within = client.journal
      .flatMap(({ attempts }) => attempts)
      .filter(({ endedAt, sentAt }) => outages.some(({ from, to }) => sentAt >= from && endedAt <= to));
    const statuses = new Map<number | null, number>();
    for (const { status } of within) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    note(`answered while it was away: ${[...statuses].map(([status, count]) => `${count} × ${status}`).join(', ')}`);
    const others = within.filter(({ status }) => status !== 202 && status !== 503);
    expect(others.length === 0, `${others.length} were answered otherwise than 202 or 503, first ${others[0]?.status}`);
    expect(within.length > 0, 'nothing was answered while Temporal was away');
  },
};
