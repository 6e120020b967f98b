import { complaintWorkflowId } from '../kernel/workflow-ids.ts';
import type { CaseState, CaseView, DeadlineKind } from './complaint-types.ts';

/** What the read model and the answers to updates show of a case. */
export function caseView(state: CaseState, runId: string): CaseView {
  return {
    ...state.facts,
    caseId: state.caseId,
    number: state.number,
    workflowId: complaintWorkflowId(state.facts),
    runId,
    previousCaseId: state.previousCaseId,
    status: state.status,
    tier: state.tier,
    attempt: state.attempt,
    agentId: state.agentId,
    formerAgentIds: state.formerAgentIds,
    reportCount: state.reportIds.length,
    reporterIds: state.reporterIds,
    overdue: state.overdue,
    acknowledgeBy: deadlineOf(state, 'acknowledge'),
    resolveBy: deadlineOf(state, 'resolve'),
    closesAt: deadlineOf(state, 'reopen'),
    assignedAt: state.assignedAt === null ? null : new Date(state.assignedAt).toISOString(),
    resolutionId: state.resolutionId,
    createdAt: new Date(state.openedAt).toISOString(),
    updatedAt: new Date(state.updatedAt).toISOString(),
    version: state.version,
  };
}

function deadlineOf(state: CaseState, kind: DeadlineKind): string | null {
  const at = state.deadlines.find((deadline) => deadline.kind === kind)?.at;
  return at === undefined || at === null ? null : new Date(at).toISOString();
}

const statusSentences: Record<CaseState['status'], string> = {
  received: 'Received, waits for its turn',
  assigned: 'Assigned, waits for the agent to acknowledge',
  inProgress: 'In progress',
  escalating: 'Escalated, waits for its turn in tier 2',
  resolved: 'Resolved, may be reopened until its window ends',
  closed: 'Closed',
};

/** The case for people who look at it in the Temporal UI (markdown). No personal data and no text of a report. */
export function caseDetails(state: CaseState): string {
  const view = caseView(state, '');
  const rows: [string, string | number | null][] = [
    ['Number', view.number],
    ['Status', statusSentences[view.status]],
    ['Tier and attempt', `${view.tier}, turn asked for ${view.attempt}×`],
    ['Agent', view.agentId],
    ['Office and system', `${view.officeId} · ${view.systemId}${view.serverId === null ? '' : ` · ${view.serverId}`}`],
    ['Reports', view.reportCount],
    ['Acknowledge by', view.acknowledgeBy],
    ['Resolve by', view.resolveBy],
    ['Closes at', view.closesAt],
    ['Earlier agents', view.formerAgentIds.join(', ') || null],
    ['Earlier case', view.previousCaseId],
  ];
  const known = rows.filter(([, value]) => value !== null);
  return [
    `### ${view.overdue ? 'OVERDUE · ' : ''}${statusSentences[view.status]}`,
    '',
    '| | |',
    '| --- | --- |',
    ...known.map(([name, value]) => `| ${name} | ${value} |`),
  ].join('\n');
}
