import { Gauge, type Registry } from 'prom-client';
import type { Store } from '../../store/store.ts';

/** More than so many need no exact figure. */
const countedUpTo = 1_000;
/** What is younger is on its way with the request that brought it, milliseconds. */
const olderThanMs = 10_000;

/**
 * Adds what waits for a sweeper: reports without a case, messages that their case has not heard of, and answers that may
 * not have been published. Read from the store when it is asked for; NaN while the store does not answer.
 */
export function publishBacklog(
  registry: Registry,
  { answerIntents, messages, reports }: Pick<Store, 'answerIntents' | 'messages' | 'reports'>,
): void {
  const backlog = (
    name: string,
    help: string,
    find: (query: { before: string; limit: number }) => Promise<unknown[]>,
  ) =>
    new Gauge({
      name,
      help: `${help}, at most ${countedUpTo}.`,
      registers: [registry],
      async collect() {
        const before = new Date(Date.now() - olderThanMs).toISOString();
        this.set(
          await find({ before, limit: countedUpTo }).then(
            (found) => found.length,
            () => Number.NaN,
          ),
        );
      },
    });
  backlog('giliran_reports_waiting', 'Reports that no case has yet', (query) => reports.unplaced(query));
  backlog('giliran_messages_waiting', 'Messages that no case has heard of yet', (query) => messages.pending(query));
  backlog('giliran_answers_waiting', 'Answers of cases that may not have been published', (query) =>
    answerIntents.pending(query),
  );
}
