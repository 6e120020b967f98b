import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';

const longestPauseMs = 10_000;

/** Repeats `attempt` until it succeeds, with growing pauses and a line in the log for each failure. */
export async function patiently<T>(what: string, logger: Logger, attempt: () => Promise<T>): Promise<T> {
  for (let pauseMs = 500; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      return await attempt();
    } catch (error) {
      logger.warn({ err: error, retryInMs: pauseMs }, `cannot ${what} yet`);
      await pause(pauseMs);
    }
  }
}
