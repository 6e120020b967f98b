import type { TimelineEntry } from '../../../workflows/kernel/timeline-types.ts';

/** Entries `from` … `to` of a case's timeline; the hashes are only placeholders. */
export function buildTimeline(caseId: string, from: number, to: number): TimelineEntry[] {
  return Array.from({ length: to - from + 1 }, (_, index) => buildTimelineEntry({ caseId, no: from + index }));
}

export function buildTimelineEntry(overrides: Partial<TimelineEntry> = {}): TimelineEntry {
  const no = overrides.no ?? 1;
  return {
    caseId: 'case-1',
    no,
    type: 'reportAttached',
    at: '2026-11-24T01:00:00.000Z',
    actor: { id: 'xyz', role: 'submitter' },
    data: { reportId: `report-${no}` },
    hash: no.toString(16).padStart(64, '0'),
    ...overrides,
  };
}
