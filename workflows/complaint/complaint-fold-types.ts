import type { Tier } from '../kernel/tier.ts';
import type { TimelineEntry } from '../kernel/timeline-types.ts';
import type { CaseStanding } from './complaint-standing-types.ts';
import type { CaseView } from './complaint-types.ts';

type Told = Pick<
  CaseView,
  | 'previousCaseId'
  | 'status'
  | 'tier'
  | 'attempt'
  | 'agentId'
  | 'formerAgentIds'
  | 'reporterIds'
  | 'overdue'
  | 'assignedAt'
  | 'resolutionId'
  | 'ratings'
  | 'mergedIntoId'
  | 'mergedCaseIds'
  | 'createdAt'
>;

/** What a timeline tells of a case so far. */
export interface CaseFold extends Told {
  caseId: string;
  firstReportId: string;
  /** Who sent which report. */
  senders: Record<string, string>;
  attempts: Partial<Record<Tier, number>>;
  /** Whether it holds or waits for a turn. */
  hasTurn: boolean;
  incident: { incidentId: string; isResolved: boolean } | null;
  /** As the last publication left it; null in entries that older versions wrote. */
  standing: CaseStanding | null;
}

/** What the case that was merged into this one was, as its own timeline tells it up to then; null when that is gone. */
export type MergedBefore = (merged: { caseId: string; entry: TimelineEntry }) => CaseFold | null;
