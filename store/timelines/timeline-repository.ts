import type { Standing, TimelineEntry, ToldEntry } from '../../workflows/kernel/timeline-types.ts';

/** Where a case belongs as its entries are written. */
export interface EntryPlace {
  deskId: string;
  officeId: string;
  systemId: string;
}

/** What is kept beside the entries of one publication: where they belong, and with the last one what no entry tells. */
export interface EntryContext {
  place?: EntryPlace;
  standing?: Standing;
}

/** An entry for those who count, without what only proves it. */
export interface PlacedEntry extends Omit<TimelineEntry, 'hash'> {
  officeId: string;
  systemId: string;
}

/** Case histories: only ever added to. */
export interface TimelineRepository {
  /**
   * Adds what is not there yet; unique by (caseId, no), so that repeating it changes nothing. Entries that come without a
   * place are in no `ofDay`.
   */
  append(entries: TimelineEntry[], beside?: EntryContext): Promise<void>;
  /** In order of `no`, after `afterNo` (0 for all). */
  ofCase(caseId: string, page: { afterNo: number; limit: number }): Promise<TimelineEntry[]>;
  /** All of a case's, with what was kept beside them, in order of `no`. */
  told(caseId: string): Promise<ToldEntry[]>;
  /** Whose timelines there are, cases and incidents, in order of id, after `after`. */
  subjects(page: { after: string; limit: number }): Promise<string[]>;
  /** All histories, one after another, each in order of `no`; for who checks them. `after` is the last entry seen. */
  everything(page: { after?: { caseId: string; no: number }; limit: number }): Promise<TimelineEntry[]>;
  /** What happened at a desk on one day (YYYY-MM-DD, UTC), in order of case and number. */
  ofDay(key: { deskId: string; day: string }): Promise<PlacedEntry[]>;
}
