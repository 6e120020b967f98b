import type { Tier } from '../kernel/tier.ts';
import type { TimelineEntry, ToldEntry } from '../kernel/timeline-types.ts';
import * as moves from './complaint-fold-moves.ts';
import type { CaseFold, MergedBefore } from './complaint-fold-types.ts';
import type { CaseStanding } from './complaint-standing-types.ts';
import { waitingStatus } from './complaint-turns.ts';
import { hasEnded } from './complaint-types.ts';

/**
 * What the entries of a case tell of it, in order, from the first. The counterpart of `transition`: for every sequence of
 * events it says of the case what its state says (a property test). Null when the first entry is not the first report.
 */
export function foldCase(entries: ToldEntry[], mergedBefore: MergedBefore): CaseFold | null {
  const [first, ...others] = entries;
  if (first?.type !== 'received' || first.no !== 1) return null;
  const opened = withStanding(openedBy(first), first);
  return others.reduce((fold, entry) => withStanding(withEntry(fold, entry, mergedBefore), entry), opened);
}

function openedBy({ actor, at, caseId, data }: TimelineEntry): CaseFold {
  const reportId = String(data['reportId']);
  return {
    ...{ caseId, firstReportId: reportId, senders: { [reportId]: actor.id }, reporterIds: [actor.id] },
    previousCaseId: textOf(data['previousCaseId']),
    ...{ status: 'received', tier: 'tier-1', attempt: 1, attempts: {}, hasTurn: true },
    ...{ agentId: null, assignedAt: null, formerAgentIds: [], overdue: false, resolutionId: null, ratings: [] },
    ...{ mergedIntoId: null, mergedCaseIds: [], incident: null, createdAt: at, standing: null },
  };
}

function withStanding(fold: CaseFold, { standing }: ToldEntry): CaseFold {
  return standing === undefined ? fold : { ...fold, standing: standing as unknown as CaseStanding };
}

function withEntry(fold: CaseFold, entry: TimelineEntry, mergedBefore: MergedBefore): CaseFold {
  return withIncidentKept(told(fold, entry, mergedBefore));
}

/** A case that takes a turn or ends waits with no incident any more; one that is reopened forgets what resolved it. */
function withIncidentKept(fold: CaseFold): CaseFold {
  if (!fold.incident) return fold;
  const isOpen = !hasEnded(fold) && fold.status !== 'resolved';
  const isKept = fold.incident.isResolved ? !isOpen : isOpen && !fold.hasTurn;
  return isKept ? fold : { ...fold, incident: null };
}

function told(fold: CaseFold, entry: TimelineEntry, mergedBefore: MergedBefore): CaseFold {
  const { actor, at, data, type } = entry;
  switch (type) {
    case 'reportAttached': {
      const senders = { ...fold.senders, [String(data['reportId'])]: actor.id };
      return { ...fold, senders, reporterIds: [...new Set([...fold.reporterIds, actor.id])] };
    }
    case 'reportDetached':
      return moves.withoutReport(fold, String(data['reportId']));
    case 'assigned': {
      const { agentId, attempt, tier } = data as { agentId: string; attempt: number; tier: Tier };
      return { ...fold, status: 'assigned', agentId, assignedAt: at, tier, attempt };
    }
    case 'acknowledged':
    case 'resumed':
    case 'answerMissed':
      return { ...fold, status: 'inProgress' };
    case 'asked':
      return { ...fold, status: 'waitingOnSubmitter' };
    case 'acknowledgementMissed':
    case 'handedOver':
    case 'reassigned':
      return moves.toNextAgent(fold);
    case 'overdue':
      return { ...(data['agentId'] === null ? fold : moves.toNextAgent(fold)), overdue: true };
    case 'escalated':
      return moves.askingTurn({ ...moves.left(fold), ...moves.enteringTier(fold, 'tier-2'), status: 'escalating' });
    case 'resolved': {
      const incidentId = textOf(data['incidentId']);
      const incident = incidentId === null ? fold.incident : { incidentId, isResolved: true };
      return { ...moves.over(fold), status: 'resolved', resolutionId: textOf(data['resolutionId']), incident };
    }
    case 'reopened':
      return { ...moves.toNextAgent(fold), resolutionId: null };
    case 'rated': {
      const others = fold.ratings.filter(({ reporterId }) => reporterId !== actor.id);
      return { ...fold, ratings: [...others, { reporterId: actor.id, score: Number(data['score']) }] };
    }
    case 'withdrawn':
      return { ...moves.over(fold), status: 'withdrawn' };
    case 'closed':
      return { ...fold, status: 'closed' };
    case 'corrected':
      return isOfOtherDesk(data) ? moves.atOtherDesk(fold) : fold;
    default:
      return toldByOthers(fold, entry, mergedBefore);
  }
}

/** What other cases and incidents have to do with it. What is no news of the case itself leaves it as it is. */
function toldByOthers(fold: CaseFold, entry: TimelineEntry, mergedBefore: MergedBefore): CaseFold {
  const { data, type } = entry;
  switch (type) {
    case 'merged':
      return { ...moves.over(moves.left(fold)), status: 'merged', mergedIntoId: textOf(data['intoId']) };
    case 'survivorMoved':
      return { ...fold, mergedIntoId: textOf(data['intoId']) };
    case 'mergeFailed':
      return moves.askingTurn({ ...fold, status: waitingStatus(fold.tier), mergedIntoId: null });
    case 'caseMerged': {
      const caseId = String(data['fromId']);
      return moves.withMerged(fold, caseId, mergedBefore({ caseId, entry }));
    }
    case 'incidentJoined':
      return moves.withIncident(fold, entry);
    case 'incidentLeft':
      return moves.askingTurn({ ...fold, incident: null });
    default:
      return fold;
  }
}

function isOfOtherDesk(data: TimelineEntry['data']): boolean {
  const [from, to] = [data['from'], data['to']] as { deskId: string }[];
  return from?.deskId !== to?.deskId;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
