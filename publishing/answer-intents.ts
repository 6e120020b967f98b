import { randomUUID } from 'node:crypto';
import type { Store } from '../store/store.ts';

/** Milliseconds. Many are removed by one command; a sweeper takes them for forgotten much later. */
const removeAfter = 1_000;

/** Of those whose removal fails; what is beyond is left to the sweeper. */
const mostWaiting = 10_000;

/**
 * Says in the store that somebody will publish what a case is about to answer, before they ask for it (ADR 0032). Contract:
 * 1. What `keep` has answered with an id is durable.
 * 2. Neither of them throws: without an intent the case looks after its answer itself.
 */
export interface AnswerIntents {
  /** The id of the intent, or null when the store does not keep it now. */
  keep(address: { caseId: string; workflowId: string }): Promise<string | null>;
  /** What was answered is published, or nothing was answered; null is nothing. */
  settle(intentId: string | null): void;
}

export function createAnswerIntents({
  clock = () => new Date(),
  store,
  warn,
}: {
  clock?: () => Date;
  store: Pick<Store, 'answerIntents'>;
  warn: (message: string, error: unknown) => void;
}): AnswerIntents {
  let settled: string[] = [];
  let timer: NodeJS.Timeout | null = null;

  const removeSettled = async () => {
    timer = null;
    const removing = settled;
    settled = [];
    try {
      await store.answerIntents.removeMany(removing);
    } catch (error) {
      warn('published answers could not be struck off', error);
      if (settled.length + removing.length <= mostWaiting) settled.push(...removing);
    }
  };

  return {
    async keep({ caseId, workflowId }) {
      const intentId = randomUUID();
      try {
        await store.answerIntents.insert({ intentId, caseId, workflowId, at: clock().toISOString() });
        return intentId;
      } catch (error) {
        warn('that an answer will be published could not be kept', error);
        return null;
      }
    },
    settle(intentId) {
      if (intentId === null) return;
      settled.push(intentId);
      timer ??= setTimeout(() => void removeSettled(), removeAfter).unref();
    },
  };
}
