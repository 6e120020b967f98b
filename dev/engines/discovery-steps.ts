import type { Say } from './engine-folders.ts';

/** One place where an engine may be found. */
export interface DiscoveryStep<T> {
  /** Shown to the user, e.g. `temporal on PATH`. */
  name: string;
  /** Quick and offline: what is there already, or undefined. */
  reuse?: () => Promise<T | undefined>;
  /** Fetches or builds it; an error's message is the reason why this step does not work here. */
  obtain?: (say: Say) => Promise<T>;
}

export interface Discovery<T> {
  engine: string;
  steps: readonly DiscoveryStep<T>[];
  /** What to install, or which setting to set, when no step works. */
  advice: string;
}

/**
 * Walks the steps in order: first what is already here, then what can be obtained.
 * Every step that fails says why in one line.
 *
 * @throws Error that lists every reason and the advice, when no step works.
 */
export async function discover<T>({ engine, steps, advice }: Discovery<T>, say: Say): Promise<T> {
  const reasons: string[] = [];
  const miss = (step: DiscoveryStep<T>, error: unknown): void => {
    const reason = `${step.name}: ${firstLine(error)}`;
    reasons.push(reason);
    say(`${engine}: not by ${reason}`);
  };
  for (const step of steps) {
    if (!step.reuse) continue;
    const found = await step.reuse().catch((error: unknown) => void miss(step, error));
    if (found !== undefined) return found;
  }
  for (const step of steps) {
    if (!step.obtain) continue;
    try {
      return await step.obtain((line) => say(`${engine}: ${line}`));
    } catch (error) {
      miss(step, error);
    }
  }
  throw new Error([`No ${engine} could be found or fetched.`, ...reasons.map((r) => `  - ${r}`), advice].join('\n'));
}

/** The first line of an error's message, for a log that has one line for each step. */
function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().split('\n')[0] ?? message;
}
