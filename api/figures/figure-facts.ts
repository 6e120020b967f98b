import type { Tier } from '../../workflows/kernel/tier.ts';

/**
 * Everything that is counted, one word for each; docs/reports.md says what each means. `to…` and `handling` are lengths of
 * time whose end lies in the period.
 */
export type FactKind =
  | 'casesReceived'
  | 'reportsReceived'
  | 'reportAttached'
  | 'attachedKnowingly'
  | 'assigned'
  | 'escalated'
  | 'resolved'
  | 'reopened'
  | 'reopenedByReport'
  | 'closed'
  | 'withdrawn'
  | 'merged'
  | 'overdue'
  | 'rated'
  | 'openNow'
  | 'overdueNow'
  | 'sessionRequested'
  | 'sessionWaited'
  | DurationKind
  | DeadlineOutcome;

export type DurationKind = 'toAssigned' | 'toAcknowledged' | 'handling' | 'toResolved';

export const deadlineNames = ['acknowledge', 'resolveTier1', 'resolveTier2'] as const;

export type DeadlineName = (typeof deadlineNames)[number];

type DeadlineOutcome = `${DeadlineName}Met` | `${DeadlineName}Missed`;

/** One thing that has happened in a case. */
export interface CaseFact {
  kind: FactKind;
  /** Of the case as it happened: the tier that is left, not the one that comes. */
  tier: Tier;
  /** Who had the case as it happened; null: nobody. */
  agentId: string | null;
  /** 1 for what is counted, milliseconds for a length of time, 1 to 5 for a rating. */
  value: number;
  /** Which report, or who has rated. */
  about?: string;
}

/** A fact with where and when. */
export interface Fact extends CaseFact {
  caseId: string;
  officeId: string;
  systemId: string;
  /** Epoch milliseconds. */
  at: number;
}

/** Narrows what is counted; what is left out narrows nothing. */
export interface FactFilter {
  officeId?: string | undefined;
  systemId?: string | undefined;
  agentId?: string | undefined;
  tier?: Tier | undefined;
}

export function isMeant(fact: Fact, { officeId, systemId, agentId, tier }: FactFilter): boolean {
  return (
    (officeId === undefined || fact.officeId === officeId) &&
    (systemId === undefined || fact.systemId === systemId) &&
    (agentId === undefined || fact.agentId === agentId) &&
    (tier === undefined || fact.tier === tier)
  );
}
