import type { Change, ChangeKind } from '../../store/changes/change-repository.ts';
import type { Store } from '../../store/store.ts';
import type { Author } from './revision.ts';

/** Appends what has no version of its own, such as a password's change, to the audit. */
export async function recordEvent(
  { changes }: Store,
  event: Author & { kind: ChangeKind; subjectId: string; action: string; after?: Change['after'] },
): Promise<void> {
  const { kind, subjectId } = event;
  for (;;) {
    const version = ((await changes.latest({ kind, subjectId }))?.version ?? 0) + 1;
    if (await changes.append({ before: null, after: null, ...event, version })) return;
  }
}
