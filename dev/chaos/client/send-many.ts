import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { FaultContext } from '../fault-types.ts';
import type { NewComplaint } from './chaos-client.ts';
import { hasAgent } from './probe-recovery.ts';
import type { Attempt } from './journal-types.ts';

const senders = ['xyz', 'abc', 'def', 'ghi'] as const;

interface ManyOptions {
  /** How many clients send, each one complaint after the other. */
  clients: number;
  /** How many are sent at most: faults are to meet people at work, not a queue that was filled in a moment. */
  perSecond: number;
  patienceMs?: number;
  /** How many of a hundred repeat a problem of before. */
  repeats?: number;
  /** Each client waits for the agent of its case before it sends the next. */
  waitsForAgent?: boolean;
  /** Told before each of them. */
  before?: (index: number) => Promise<void> | void;
}

/** Sends so many complaints, each under a key of its own and repeated until it is answered. */
export async function sendMany(context: FaultContext, count: number, options: ManyOptions): Promise<Attempt[]> {
  const { clients, patienceMs = 120_000, perSecond, repeats = 0, before } = options;
  const began = Date.now();
  const earlier: { username: string; body: NewComplaint }[] = [];
  const answers: Attempt[] = [];
  let next = 0;
  const sendOneByOne = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) {
      await pause(Math.max(0, began + (index * 1_000) / perSecond - Date.now()));
      await before?.(index);
      const isRepeat = earlier.length > 0 && context.random.between(1, 100) <= repeats;
      const sent = isRepeat
        ? context.random.pick(earlier)
        : { username: context.random.pick(senders), body: context.problem() };
      if (!isRepeat) earlier.push(sent);
      const answer = await context.client.submit(sent.username, sent.body, { key: randomUUID(), patienceMs });
      answers.push(answer);
      if (options.waitsForAgent) await hasAgent(context, sent.username, answer.caseId);
    }
  };
  await Promise.all(Array.from({ length: clients }, sendOneByOne));
  return answers;
}
