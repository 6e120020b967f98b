import { setTimeout as pause } from 'node:timers/promises';
import { probeRecovery } from '../client/probe-recovery.ts';
import { sendMany } from '../client/send-many.ts';
import type { RandomSource } from '../../simulation/world/random-source.ts';
import type { Fault } from '../fault-types.ts';

/** F6: kill -9 everything at once, and start it again in an order that the seed draws. */
export const allKilled: Fault = {
  id: 'F6',
  title: 'kill -9 everything, start again in random order',
  wishes: ({ mailUrl }) => ({ env: { SMTP_URL: mailUrl } }),
  async run(context) {
    const { injected, note, random, scale, stack } = context;
    const [kills, submissions] = scale === 'full' ? [5, 200] : [1, 15];
    const sending = sendMany(context, submissions, { clients: 6, perSecond: 4, repeats: 20 });
    for (let kill = 0; kill < kills; kill += 1) {
      await pause(random.between(1_000, 3_000));
      const parts = [stack.temporal, ...stack.store, ...stack.workers, stack.api];
      const since = Date.now();
      for (const part of parts) part.hold();
      await Promise.all(parts.map((part) => part.kill()));
      injected(parts.length);
      const probing = probeRecovery(context, since);
      const order = shuffled(parts, random);
      for (const part of order) {
        part.release();
        await pause(random.between(0, 1_500));
      }
      note(order.map(({ name }) => name).join(' → '));
      await probing;
    }
    await sending;
  },
};

function shuffled<T>(items: readonly T[], random: RandomSource): T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(random.between(0, left.length - 1), 1));
}
