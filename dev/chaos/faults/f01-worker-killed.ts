import { sendMany } from '../client/send-many.ts';
import { probeRecovery } from '../client/probe-recovery.ts';
import type { Fault } from '../fault-types.ts';

/** F1: kill -9 the worker at random, 20 times in 2,000 submissions. */
export const workerKilled: Fault = {
  id: 'F1',
  title: 'kill -9 the worker at random while complaints come in',
  async run(context) {
    const { injected, random, scale, stack } = context;
    const [kills, submissions] = scale === 'full' ? [20, 2_000] : [1, 30];
    const moments = new Set<number>();
    while (moments.size < kills) moments.add(random.between(1, submissions - kills));
    const probes: Promise<void>[] = [];
    const kill = async (): Promise<void> => {
      const since = Date.now();
      await stack.workers[0]?.kill();
      injected();
      probes.push(probeRecovery(context, since));
    };
    await sendMany(context, submissions - kills, {
      clients: 8,
      // What two cores carry while a third of the time no worker is there.
      perSecond: 6,
      repeats: 30,
      before: (index) => (moments.has(index) ? kill() : undefined),
    });
    await Promise.all(probes);
  },
};
