import { entityTag } from '../http/entity-tag.ts';
import { EngineUnavailable, Problem } from '../http/problem.ts';

/**
 * Tells the engine of something that is saved already. When Temporal does not answer, the caller learns that it is saved
 * but not in force, and sends the same again.
 * @throws Problem saved_but_engine_unavailable
 */
export async function savedButUntold(version: number, tell: () => Promise<void>): Promise<void> {
  try {
    await tell();
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
    throw new Problem('saved_but_engine_unavailable', {
      headers: { 'Retry-After': '2', ETag: entityTag(version) },
      members: { version },
      cause: error,
    });
  }
}
