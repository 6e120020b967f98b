import type { CaseFold } from './complaint-fold-types.ts';
import type { CaseStanding } from './complaint-standing-types.ts';
import type { CaseView } from './complaint-types.ts';

/** The case as the read model keeps it: what its timeline tells, what stood beside it, and the title of its first report. */
export function foldedView(fold: CaseFold, standing: CaseStanding, title: string): CaseView {
  const { agentId, assignedAt, attempt, caseId, createdAt, formerAgentIds, incident, mergedCaseIds } = fold;
  const { mergedIntoId, overdue, previousCaseId, ratings, reporterIds, resolutionId, senders, status, tier } = fold;
  return {
    ...{ caseId, title, previousCaseId, status, tier, attempt, agentId, formerAgentIds, reporterIds },
    reportCount: Object.keys(senders).length,
    ...{ overdue, assignedAt, resolutionId, ratings, mergedIntoId, mergedCaseIds },
    incidentId: incident?.incidentId ?? null,
    createdAt,
    ...standing,
  };
}
