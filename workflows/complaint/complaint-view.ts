import { caseWorkflowId } from './complaint-address.ts';
import type { CaseState, CaseView, DeadlineKind } from './complaint-types.ts';

/** What the read model and the answers to updates show of a case. */
export function caseView(state: CaseState, runId: string): CaseView {
  return {
    ...state.facts,
    caseId: state.caseId,
    number: state.number,
    workflowId: caseWorkflowId(state),
    runId,
    ...otherFingerprints(state),
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
    ratings: state.ratings ?? [],
    mergedIntoId: state.mergedInto?.caseId ?? null,
    mergedCaseIds: (state.forwarders ?? []).map(({ caseId }) => caseId),
    incidentId: state.incident?.incidentId ?? null,
    createdAt: new Date(state.openedAt).toISOString(),
    updatedAt: new Date(state.updatedAt).toISOString(),
    version: state.version,
  };
}

/** Most cases are never corrected: their views stay as they are. */
function otherFingerprints({ facts, fingerprints }: CaseState): Pick<CaseView, 'otherFingerprints'> {
  if (fingerprints === undefined) return {};
  return { otherFingerprints: fingerprints.filter((fingerprint) => fingerprint !== facts.fingerprint) };
}

function deadlineOf(state: CaseState, kind: DeadlineKind): string | null {
  const at = state.deadlines.find((deadline) => deadline.kind === kind)?.at;
  return at === undefined || at === null ? null : new Date(at).toISOString();
}

const statusSentences: Record<CaseState['status'], string> = {
  received: 'Received, waits for its turn',
  assigned: 'Assigned, waits for the agent to acknowledge',
  inProgress: 'In progress',
  waitingOnSubmitter: 'Waits for the submitter to answer; the clock stands',
  escalating: 'Escalated, waits for its turn in tier 2',
  resolved: 'Resolved, may be reopened until its window ends',
  closed: 'Closed',
  withdrawn: 'Withdrawn by who reported it',
  merged: 'Merged into another case; late reports are sent on',
};

/** The case for people who look at it in the Temporal UI (markdown). No personal data and no text of a report. */
export function caseDetails(state: CaseState): string {
  const view = caseView(state, '');
  const place = [view.officeId, view.systemId, view.serverId].filter((part) => part !== null).join(' · ');
  const lines: [string, string | number | null][] = [
    ['Number', view.number],
    ['Tier', `${view.tier}, turn asked for ${view.attempt}×`],
    ['Agent', view.agentId],
    ['Office, system, server', place],
    ['Reports', view.reportCount],
    ['Acknowledge by', readable(view.acknowledgeBy)],
    ['Resolve by', readable(view.resolveBy)],
    ['Answer by', readable(deadlineOf(state, 'answer'))],
    ['Closes at', readable(view.closesAt)],
    ['Earlier agents', view.formerAgentIds.join(', ') || null],
    ['Goes on as', state.mergedInto?.number ?? null],
    ['Merged into it', (state.forwarders ?? []).map(({ number }) => number).join(', ') || null],
    ['Incident', view.incidentId],
    ['Earlier case of this problem', view.previousCaseId],
  ];
  const known = lines.filter(([, value]) => value !== null).map(([name, value]) => `- **${name}:** ${value}`);
  return [`### ${view.overdue ? 'OVERDUE · ' : ''}${statusSentences[view.status]}`, '', ...known].join('\n');
}

/** `2026-11-24 09:46 UTC` */
function readable(instant: string | null): string | null {
  return instant && `${instant.slice(0, 16).replace('T', ' ')} UTC`;
}
