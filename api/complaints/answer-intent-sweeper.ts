import type { Logger } from 'pino';
import type { AnswerIntent } from '../../store/answer-intents/answer-intent-repository.ts';
import type { Store } from '../../store/store.ts';
import type { Engine } from '../engine/engine-types.ts';
import { EngineUnavailable } from '../http/problem.ts';
import { repeatSweep, type Sweeper } from '../sweeping/repeat-sweep.ts';

export interface AnswerIntentSweeperOptions {
  store: Pick<Store, 'answerIntents'>;
  engine: Pick<Engine, 'doubtPublishing'>;
  logger: Pick<Logger, 'info' | 'warn'>;
  clock: () => Date;
  /** Pause between two sweeps, milliseconds. */
  everyMs?: number;
  /** Younger intents are left to who has them, milliseconds: an action is answered within five seconds or not at all. */
  olderThanMs?: number;
}

const perSweep = 200;

/** One signal to each case, however many of its answers were not published. A case that has ended has told all itself. */
async function doubt({ engine, store }: AnswerIntentSweeperOptions, intents: AnswerIntent[]): Promise<void> {
  const [first] = intents;
  if (!first) return;
  await engine.doubtPublishing(first);
  await store.answerIntents.removeMany(intents.map(({ intentId }) => intentId));
}

async function sweepOnce(options: AnswerIntentSweeperOptions, isStopping: () => boolean): Promise<number> {
  const { clock, logger, olderThanMs = 10_000, store } = options;
  const before = new Date(clock().getTime() - olderThanMs).toISOString();
  const pending = await store.answerIntents.pending({ before, limit: perSweep });
  let doubted = 0;
  for (const caseId of new Set(pending.map((intent) => intent.caseId))) {
    if (isStopping()) break;
    const intents = pending.filter((intent) => intent.caseId === caseId);
    try {
      await doubt(options, intents);
      doubted += 1;
    } catch (error) {
      if (error instanceof EngineUnavailable) break;
      logger.warn({ err: error, caseId }, 'a case could not be told that its answer may be lost');
    }
  }
  if (doubted > 0) logger.info({ doubted }, 'cases were told that an answer of theirs may not have been published');
  return doubted;
}

/**
 * Tells cases of the answers that whoever asked has not published: this process or another one died in between, or gave up
 * waiting. Any number of processes may sweep: a case that is told twice looks twice.
 */
export function startAnswerIntentSweeper(options: AnswerIntentSweeperOptions): Sweeper {
  return repeatSweep({
    everyMs: options.everyMs ?? 5_000,
    sweep: (isStopping) => sweepOnce(options, isStopping),
    failed: (error) => options.logger.warn({ err: error }, 'a sweep of the answers to be published failed'),
  });
}
