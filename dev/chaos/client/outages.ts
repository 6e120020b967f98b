import { setTimeout as pause } from 'node:timers/promises';
import type { FaultContext } from '../fault-types.ts';
import type { ChaosPart } from '../stack/chaos-part.ts';
import type { Attempt } from './journal-types.ts';
import { probeRecovery } from './probe-recovery.ts';
import { sendMany } from './send-many.ts';

/**
 * kill -9 of parts again and again while complaints come in; each time they stay away for `awayMs`, long enough for
 * requests to meet it, short enough that clients do not give up.
 *
 * @returns what was asked and answered wholly while they were away
 */
export async function throughOutages(context: FaultContext, parts: ChaosPart[], awayMs: number): Promise<Attempt[]> {
  const { client, injected, random, scale } = context;
  const [kills, submissions] = scale === 'full' ? [6, 240] : [1, 20];
  const outages: { from: number; to: number }[] = [];
  const sending = sendMany(context, submissions, { clients: 6, perSecond: 6, repeats: 20 });
  for (let kill = 0; kill < kills; kill += 1) {
    await pause(random.between(500, 2_500));
    const since = Date.now();
    for (const part of parts) part.hold();
    await Promise.all(parts.map((part) => part.kill()));
    const from = Date.now();
    injected();
    const probing = probeRecovery(context, since);
    await pause(awayMs);
    outages.push({ from, to: Date.now() });
    for (const part of parts) part.release();
    await probing;
  }
  await sending;
  return client.journal
    .flatMap(({ attempts }) => attempts)
    .filter(({ endedAt, sentAt }) => outages.some(({ from, to }) => sentAt >= from && endedAt <= to));
}
