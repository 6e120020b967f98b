import type { TimelineEntry } from '../../workflows/kernel/timeline-types.ts';

/** Case histories: only ever added to. */
export interface TimelineRepository {
  /** Adds what is not there yet; unique by (caseId, no), so that repeating it changes nothing. */
  append(entries: TimelineEntry[]): Promise<void>;
  /** In order of `no`, after `afterNo` (0 for all). */
  ofCase(caseId: string, page: { afterNo: number; limit: number }): Promise<TimelineEntry[]>;
}
