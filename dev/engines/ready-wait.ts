import { setTimeout as sleep } from 'node:timers/promises';
import { describeExit } from './engine-process.ts';
import type { EngineProcess } from './engine-process.ts';

export interface ReadyWait {
  process: EngineProcess;
  /** Resolves when it is ready; throws while it is not. */
  check: () => Promise<unknown>;
  timeoutMs: number;
  logFile: string;
}

/** It ended by itself before it was ready. */
export class EndedWhileStarting extends Error {
  override readonly name = 'EndedWhileStarting';
}

/**
 * Asks again and again until a just started engine answers.
 *
 * @throws EndedWhileStarting when it ends by itself
 * @throws Error when it is not ready in time; both name the log file
 */
export async function waitUntilReady({ process, check, timeoutMs, logFile }: ReadyWait): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  let ended: string | undefined;
  void process.exited.then((exit) => (ended = describeExit(exit)));
  for (let pause = 20; ; pause = Math.min(pause * 2, 250)) {
    try {
      await check();
      return;
    } catch (error) {
      if (ended !== undefined)
        throw new EndedWhileStarting(`${process.name} ${ended} while it started; see ${logFile}`, { cause: error });
      if (Date.now() > deadline) {
        await process.stop();
        throw new Error(`${process.name} is not ready after ${timeoutMs / 1000} s (${String(error)}); see ${logFile}`, {
          cause: error,
        });
      }
    }
    await sleep(pause);
  }
}
