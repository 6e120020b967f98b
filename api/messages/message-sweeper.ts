import type { Logger } from 'pino';
import type { Message } from '../../store/messages/message-repository.ts';
import type { Store } from '../../store/store.ts';
import { EngineUnavailable } from '../http/problem.ts';
import { repeatSweep, type Sweeper } from '../sweeping/repeat-sweep.ts';
import { RetryPlan } from '../sweeping/retry-plan.ts';
import { tellCase, type DeliveryDeps } from './message-delivery.ts';

export interface MessageSweeperOptions extends DeliveryDeps {
  store: Pick<Store, 'messages' | 'cases'>;
  logger: Pick<Logger, 'info' | 'warn'>;
  clock: () => Date;
  /** Pause between two sweeps, milliseconds. */
  everyMs?: number;
  /** Younger messages are left to the request that brought them, milliseconds. */
  olderThanMs?: number;
}

const perSweep = 200;

/**
 * A case that has ended meanwhile cannot be told any more. The message was accepted before that: it stays in the
 * conversation, where staff and its author read it.
 */
async function tellAgain(options: MessageSweeperOptions, message: Message): Promise<'told' | 'failed' | 'engineAway'> {
  const { messageId } = message;
  try {
    const view = await options.store.cases.find(message.caseId);
    if (view === null) return 'failed';
    await tellCase(options, view, message);
    await options.store.messages.settle({ messageId, delivery: 'delivered' });
    return 'told';
  } catch (error) {
    if (error instanceof EngineUnavailable) return 'engineAway';
    options.logger.warn({ err: error, messageId }, 'a case could not be told of a message; it will be tried again');
    return 'failed';
  }
}

async function sweepOnce(options: MessageSweeperOptions, plan: RetryPlan, isStopping: () => boolean): Promise<number> {
  const { clock, logger, olderThanMs = 5_000, store } = options;
  const now = clock().getTime();
  const before = new Date(now - olderThanMs).toISOString();
  const pending = await store.messages.pending({ before, limit: perSweep + plan.size });
  plan.keepOnly(pending.map(({ messageId }) => messageId));
  let told = 0;
  for (const message of pending.filter(({ messageId }) => plan.isDue(messageId, now)).slice(0, perSweep)) {
    if (isStopping()) break;
    const outcome = await tellAgain(options, message);
    if (outcome === 'engineAway') break;
    if (outcome === 'told') told += 1;
    else plan.tried(message.messageId, now);
  }
  if (told > 0) logger.info({ told }, 'messages that waited were brought to their cases');
  return told;
}

/**
 * Tells cases of the messages of which no request could tell them, because Temporal was away or this process died in
 * between. Any number of processes may sweep: a case takes each message once.
 */
export function startMessageSweeper(options: MessageSweeperOptions): Sweeper {
  const plan = new RetryPlan();
  return repeatSweep({
    everyMs: options.everyMs ?? 5_000,
    sweep: (isStopping) => sweepOnce(options, plan, isStopping),
    failed: (error) => options.logger.warn({ err: error }, 'a sweep of the messages failed'),
  });
}
