import type { Schemas } from '../api/client.ts';
import { isProblem } from '../api/problem.ts';
import type { Sending } from './send-draft.ts';

export interface Sent extends Pick<Schemas['SubmissionAnswer'], 'complaint' | 'duplicate' | 'advice'> {
  /** An earlier attempt had arrived; what was changed since is not in it. */
  isEarlier: boolean;
}

/** Sends one thing under a key. @throws ApiProblem */
export type Post = (sending: Sending, key: string) => Promise<Schemas['SubmissionAnswer']>;

/**
 * Sends under one key, so that it arrives once. When the server has had something else under this key, it was one of the
 * earlier attempts whose answer was lost: that one is asked for again.
 */
export async function sendOnce(
  { sending, attempted, key }: { sending: Sending; attempted: readonly Sending[]; key: string },
  post: Post,
): Promise<Sent> {
  try {
    return { ...(await post(sending, key)), isEarlier: false };
  } catch (error) {
    if (!isProblem(error, 'idempotency_key_reused')) throw error;
    for (const earlier of attempted) {
      try {
        return { ...(await post(earlier, key)), isEarlier: true };
      } catch (problem) {
        if (!isProblem(problem, 'idempotency_key_reused')) throw problem;
      }
    }
    throw error;
  }
}

/** Whether it may have arrived all the same. */
export function mayHaveArrived(error: unknown): boolean {
  return !isProblem(error) || error.facts.status === 0 || error.facts.status >= 500;
}
