import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Starts the task so many times a second, whether the earlier ones have ended or not, and settles when all have.
 *
 * @param task told when it was due, by `performance.now()`: from then on its time counts, also if it was begun late
 */
export async function openLoop<T>(
  { perSecond, seconds }: { perSecond: number; seconds: number },
  task: (dueAt: number) => Promise<T>,
): Promise<T[]> {
  const began = performance.now();
  const running: Promise<T>[] = [];
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const dueAt = began + (index * 1_000) / perSecond;
    const early = dueAt - performance.now();
    if (early > 0) await pause(early);
    const begun = task(dueAt);
    // Whoever waits for all of them hears of it; until then it must not end the process.
    begun.catch(() => undefined);
    running.push(begun);
  }
  return Promise.all(running);
}
