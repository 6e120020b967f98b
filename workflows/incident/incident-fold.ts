import type { TimelineEntry, ToldEntry } from '../kernel/timeline-types.ts';
import { incidentWorkflowId } from '../kernel/workflow-ids.ts';
import type { IncidentStanding } from './incident-standing-types.ts';
import type { IncidentView } from './incident-types.ts';

/** What a timeline tells of an incident so far. */
export interface IncidentFold extends Pick<
  IncidentView,
  'systemId' | 'status' | 'openedBy' | 'openedAt' | 'overdue' | 'resolvedAt' | 'resolvedBy' | 'resolutionId'
> {
  incidentId: string;
  caseIds: string[];
  /** As the last publication left it; null in entries that older versions wrote. */
  standing: IncidentStanding | null;
}

/** What the entries of an incident tell of it, in order, from the first. Null when the first is not its opening. */
export function foldIncident(incidentId: string, [first, ...others]: ToldEntry[]): IncidentFold | null {
  if (first?.type !== 'opened' || first.no !== 1) return null;
  const { actor, at, data } = first;
  const opened: IncidentFold = {
    ...{ incidentId, systemId: String(data['systemId']), status: 'open', openedBy: actor.id, openedAt: at },
    ...{ overdue: false, resolvedAt: null, resolvedBy: null, resolutionId: null, caseIds: [], standing: null },
  };
  return others.reduce((fold, entry) => withStanding(told(fold, entry), entry), withStanding(opened, first));
}

function withStanding(fold: IncidentFold, { standing }: ToldEntry): IncidentFold {
  return standing === undefined ? fold : { ...fold, standing: standing as unknown as IncidentStanding };
}

function told(fold: IncidentFold, { actor, at, data, type }: TimelineEntry): IncidentFold {
  const { caseId, caseIds } = data;
  const named = Array.isArray(caseIds) ? caseIds.map(String) : [String(caseId)];
  switch (type) {
    case 'casesLinked':
    case 'caseJoined':
      return { ...fold, caseIds: [...fold.caseIds, ...named] };
    case 'caseUnlinked':
    case 'caseLeft':
    case 'casesSilent':
      return { ...fold, caseIds: fold.caseIds.filter((id) => !named.includes(id)) };
    case 'incidentOverdue':
      return { ...fold, overdue: true };
    case 'resolved': {
      const ended = { resolvedAt: at, resolvedBy: actor.id, resolutionId: String(data['resolutionId']) };
      return { ...fold, status: 'resolved', overdue: false, ...ended };
    }
    default:
      return fold;
  }
}

/**
 * The incident as the read model keeps it. `isOver`: it runs no more, so each case that it still counts has answered;
 * each answer was a version, though no entry. Its last instant is that of its last entry then.
 */
export function foldedIncident(
  fold: IncidentFold,
  { resolvedCount, version, ...standing }: IncidentStanding,
  { cases, isOver }: { cases: IncidentView['cases']; isOver: boolean },
): IncidentView {
  const { caseIds: _ids, incidentId, standing: _standing, ...told } = fold;
  const answered = isOver ? cases.length : resolvedCount;
  return {
    ...{ incidentId, workflowId: incidentWorkflowId({ incidentId }), ...told, ...standing, cases },
    ...{ caseCount: cases.length, resolvedCount: answered, version: version + answered - resolvedCount },
  };
}
