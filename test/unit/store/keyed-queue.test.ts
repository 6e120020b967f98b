import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { KeyedQueue } from '../../../store/kernel/keyed-queue.ts';

it('runs the calls of one key in order, also after a failure, and other keys beside them', async () => {
  const queue = new KeyedQueue();
  const log: string[] = [];
  const call =
    (name: string, milliseconds: number, fails = false) =>
    async () => {
      log.push(`${name} begins`);
      await delay(milliseconds);
      log.push(`${name} ends`);
      if (fails) throw new TypeError(name);
      return name;
    };
  const outcomes = await Promise.allSettled([
    queue.run('a', call('a1', 20, true)),
    queue.run('a', call('a2', 1)),
    queue.run('b', call('b1', 5)),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(log).toEqual(['a1 begins', 'b1 begins', 'b1 ends', 'a1 ends', 'a2 begins', 'a2 ends']);
});
