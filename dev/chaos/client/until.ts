import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until there is an answer, or the time is over (null). */
export async function until<T>(limitMs: number, ask: () => Promise<T | null | undefined | false>): Promise<T | null> {
  for (const end = Date.now() + limitMs; Date.now() < end; await pause(100)) {
    const answer = await ask().catch(() => null);
    if (answer) return answer;
  }
  return null;
}
