import type { Tier } from '../kernel/tier.ts';
import type { TimelineEntry } from '../kernel/timeline-types.ts';
import type { CaseFold } from './complaint-fold-types.ts';
import { waitingStatus } from './complaint-turns.ts';

/** One that came with it has asked for no turn before. Nobody but staff links a case later. */
export function withIncident(fold: CaseFold, { actor, data, no }: TimelineEntry): CaseFold {
  const incident = { incidentId: String(data['incidentId']), isResolved: false };
  const cameWithIt = no === 2 && actor.role === 'submitter';
  const attempt = cameWithIt ? 0 : fold.attempt;
  return { ...over(left(fold)), status: waitingStatus(fold.tier), attempt, incident };
}

export function withMerged(fold: CaseFold, caseId: string, merged: CaseFold | null): CaseFold {
  const known = [fold.caseId, ...fold.mergedCaseIds];
  const along = (merged?.mergedCaseIds ?? []).filter((id) => !known.includes(id));
  return {
    ...fold,
    senders: { ...fold.senders, ...merged?.senders },
    reporterIds: [...new Set([...fold.reporterIds, ...(merged?.reporterIds ?? [])])],
    mergedCaseIds: [...fold.mergedCaseIds, caseId, ...along],
  };
}

/** Its reporter leaves with it unless another of their reports stays. */
export function withoutReport(fold: CaseFold, reportId: string): CaseFold {
  const { [reportId]: senderId, ...senders } = fold.senders;
  if (Object.values(senders).includes(senderId ?? '')) return { ...fold, senders };
  return {
    ...{ ...fold, senders },
    reporterIds: fold.reporterIds.filter((id) => id !== senderId),
    ratings: fold.ratings.filter(({ reporterId }) => reporterId !== senderId),
  };
}

export function toNextAgent(fold: CaseFold): CaseFold {
  return askingTurn({ ...left(fold), status: waitingStatus(fold.tier) });
}

export function atOtherDesk(fold: CaseFold): CaseFold {
  return askingTurn({ ...left(fold), ...enteringTier(fold, 'tier-1'), status: 'received', overdue: false });
}

export function askingTurn(fold: CaseFold): CaseFold {
  return { ...fold, attempt: fold.attempt + 1, hasTurn: true };
}

/** Nobody is to do anything about it now. */
export function over(fold: CaseFold): CaseFold {
  return { ...fold, overdue: false, hasTurn: false };
}

export function left(fold: CaseFold): CaseFold {
  if (fold.agentId === null) return fold;
  const formerAgentIds = [...new Set([...fold.formerAgentIds, fold.agentId])];
  return { ...fold, agentId: null, assignedAt: null, formerAgentIds };
}

export function enteringTier(fold: CaseFold, tier: Tier): Pick<CaseFold, 'tier' | 'attempt' | 'attempts'> {
  const attempts = { ...fold.attempts, [fold.tier]: fold.attempt };
  return { tier, attempt: attempts[tier] ?? 0, attempts };
}
