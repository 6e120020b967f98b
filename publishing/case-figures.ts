import type { CaseRecord } from '../workflows/complaint/complaint-publishing-types.ts';

/** One entry of a timeline, as it is counted; labels are few and never ids of cases or people. */
interface CountedEntry {
  labels: { desk: string; type: string; by: string };
  /** From the first report of the case to its first agent; of that entry only. */
  assignedAfterSeconds?: number;
}

/** What a record says about the desk. */
export function countedEntries({ entries, view }: CaseRecord): CountedEntry[] {
  const { attempt, createdAt, deskId } = view;
  return entries.map(({ at, data, type }) => {
    const by = typeof data['by'] === 'string' ? data['by'] : 'none';
    const labels = { desk: deskId, type, by };
    if (type !== 'assigned' || attempt !== 1) return { labels };
    return { labels, assignedAfterSeconds: (Date.parse(at) - Date.parse(createdAt)) / 1_000 };
  });
}
