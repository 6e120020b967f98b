import type { Client } from '@temporalio/client';
import type { ReportRef } from '../../workflows/complaint/complaint-types.ts';
import { reportAttached } from '../../workflows/complaint/complaint-messages.ts';
import { unlessGone } from '../../publishing/gone-workflow.ts';
import type { CaseRun } from './engine-types.ts';
import type { KnownRuns } from './known-runs.ts';

export interface Attachment {
  workflowId: string;
  report: ReportRef;
}

/** To whatever runs under the ID; or to that one run. */
export async function attachReport(
  client: Client,
  { report, runId, workflowId }: Attachment & { runId?: string },
): Promise<'attached' | 'notRunning'> {
  const sent = client.workflow.getHandle(workflowId, runId).signal(reportAttached, { report });
  return unlessGone(
    sent.then(() => 'attached' as const),
    'notRunning' as const,
  );
}

/** One signal instead of an attempt to start, a look and a signal: what everybody costs after the first few. */
export async function attachToKnown(
  client: Client,
  known: KnownRuns,
  { report, workflowId }: Attachment,
): Promise<CaseRun | null> {
  const run = known.find(workflowId);
  // Its own first report: that is no attachment.
  if (run === null || run.caseId === report.candidate.caseId) return null;
  const { caseId, number, runId } = run;
  if ((await attachReport(client, { workflowId, report, runId })) === 'attached')
    return { caseId, number, running: true };
  known.forget(workflowId, run);
  return null;
}
