import type { CaseFacts, CaseView, ReportRef } from '../../../workflows/complaint/complaint-types.ts';
import { chained, chainStart } from '../../../workflows/kernel/timeline-chain.ts';
import { systemActor, type TimelineEntry } from '../../../workflows/kernel/timeline-types.ts';
import { complaintWorkflowId } from '../../../workflows/kernel/workflow-ids.ts';

/** What the lanes without the product's workflows know of a case. Times are epoch milliseconds. */
export interface PlainCase {
  facts: CaseFacts;
  firstReport: ReportRef;
  status: 'received' | 'assigned' | 'inProgress' | 'resolved';
  agentId: string | null;
  resolutionId: string | null;
  openedAt: number;
  assignedAt: number | null;
  updatedAt: number;
  version: number;
}

export function plainCase(facts: CaseFacts, firstReport: ReportRef, now: number): PlainCase {
  const times = { openedAt: now, assignedAt: null, updatedAt: now };
  return { facts, firstReport, status: 'received', agentId: null, resolutionId: null, ...times, version: 1 };
}

/** The same document as the product's read model has of a case. */
export function plainView(plain: PlainCase, runId: string): CaseView {
  const { agentId, assignedAt, facts, firstReport, openedAt, resolutionId, status, updatedAt, version } = plain;
  return {
    ...{ ...facts, ...firstReport.candidate, runId, workflowId: complaintWorkflowId(facts) },
    ...{ previousCaseId: null, status, tier: 'tier-1', attempt: 1, agentId, formerAgentIds: [] },
    ...{ reportCount: 1, reporterIds: [firstReport.submitterId], overdue: false },
    ...{ acknowledgeBy: null, resolveBy: null, closesAt: null },
    assignedAt: assignedAt === null ? null : instant(assignedAt),
    ...{ resolutionId, ratings: [], mergedIntoId: null, mergedCaseIds: [], incidentId: null },
    ...{ createdAt: instant(openedAt), updatedAt: instant(updatedAt), version },
  };
}

type Step = Pick<TimelineEntry, 'type' | 'actor' | 'data'>;

/** The four lines of a case's history from its start to its resolution, hash-chained as the product's are. */
export function plainTimeline({ agentId, firstReport, resolutionId }: PlainCase): Step[] {
  const agent = { id: agentId ?? '', role: 'agent' } as const;
  return [
    {
      type: 'received',
      actor: { id: firstReport.submitterId, role: 'submitter' },
      data: { reportId: firstReport.reportId },
    },
    { type: 'assigned', actor: systemActor, data: { agentId: agentId ?? '', tier: 'tier-1' } },
    { type: 'acknowledged', actor: agent, data: {} },
    { type: 'resolved', actor: agent, data: { resolutionId: resolutionId ?? '' } },
  ];
}

/** Those steps as entries, from the first on. `times` has the instant of each, epoch milliseconds. */
export function plainEntries(caseId: string, steps: readonly Step[], times: readonly number[]): TimelineEntry[] {
  let head = chainStart;
  return steps.map((step, index) => {
    const entry = chained(caseId, head, step, times[index] ?? 0);
    head = { no: entry.no, hash: entry.hash };
    return entry;
  });
}

function instant(at: number): string {
  return new Date(at).toISOString();
}
