import { incidentWorkflowId } from '../kernel/workflow-ids.ts';
import type { IncidentState, IncidentView } from './incident-types.ts';

const iso = (at: number): string => new Date(at).toISOString();

/** What the read model and the answers to updates show of an incident. */
export function incidentView(state: IncidentState): IncidentView {
  const { incidentId, deskId, systemId, title, notice, status, payloadHash, overdue, version } = state;
  const { deadline, members, resolution } = state;
  return {
    ...{ incidentId, workflowId: incidentWorkflowId(state), deskId, systemId, title, notice, status },
    caseCount: members.length,
    resolvedCount: members.filter(({ isResolved }) => isResolved).length,
    cases: members.map(({ caseId, number, officeId }) => ({ caseId, number, officeId })),
    openedBy: state.openedBy.id,
    openedAt: iso(state.openedAt),
    overdue,
    dueAt: deadline?.at ? iso(deadline.at) : null,
    resolvedAt: resolution && iso(resolution.at),
    resolvedBy: resolution && resolution.actor.id,
    resolutionId: resolution && resolution.resolutionId,
    payloadHash,
    updatedAt: iso(state.updatedAt),
    version,
  };
}

/** The incident for people who look at it in the Temporal UI (markdown). */
export function incidentDetails(state: IncidentState): string {
  const { caseCount, resolvedCount, dueAt, openedBy, systemId } = incidentView(state);
  const head =
    state.status === 'open' ? `Open, ${caseCount} cases wait with it` : `Resolved, ${caseCount} cases with it`;
  const lines = [
    `- **System:** ${systemId}`,
    `- **Opened by:** ${openedBy}`,
    ...(state.status === 'resolved' ? [`- **Cases that have answered:** ${resolvedCount} of ${caseCount}`] : []),
    ...(dueAt === null ? [] : [`- **Supervisors are told at:** ${dueAt.slice(0, 16).replace('T', ' ')} UTC`]),
    `- **Cases:** ${
      state.members
        .slice(0, 50)
        .map(({ number }) => number)
        .join(', ') || 'none'
    }`,
  ];
  return [`### ${state.overdue ? 'OVERDUE · ' : ''}${head}`, '', ...lines].join('\n');
}
