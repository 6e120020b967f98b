import type { StoryCase, StoryPerson } from './story-client.ts';
import { readUntil, type StoryJournal } from './story-journal.ts';

/** Milliseconds that anything in the story may take to settle. */
const settleMs = 30_000;

export interface Scene {
  base: string;
  journal: StoryJournal;
  supervisor: StoryPerson;
  /** Makes each run's texts its own: the same problem again would attach to an earlier run's case. */
  run: string;
}

/** Reads as the supervisor until it is as wanted, or the patience is over; answers what was read last. */
export function until<T>({ supervisor }: Scene, path: string, wanted: (value: T) => boolean): Promise<T> {
  return readUntil(() => supervisor.must<T>('GET', path), wanted, settleMs);
}

/** The case as the supervisor sees it, as soon as it is as wanted. */
export async function caseUntil(scene: Scene, id: string, wanted: (value: StoryCase) => boolean): Promise<StoryCase> {
  const path = `/v1/complaints/${id}`;
  return (await until<{ complaint: StoryCase }>(scene, path, ({ complaint }) => wanted(complaint))).complaint;
}
