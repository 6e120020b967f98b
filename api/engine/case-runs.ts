import type { Client } from '@temporalio/client';
import type { CaseMemo } from '../../workflows/kernel/case-labels.ts';
import type { CaseRun } from './engine-types.ts';

export interface CaseRunChain extends CaseRun {
  /** The first run of the chain, which stays the same when the case continues as new. */
  firstRunId: string | undefined;
  /** The run that was looked at. */
  runId: string;
}

function textOf(memo: Record<string, unknown> | undefined, key: keyof CaseMemo): string {
  const value = memo?.[key];
  return typeof value === 'string' ? value : '';
}

/** @throws WorkflowNotFoundError when Temporal knows nothing under this ID */
export async function describeRun(client: Client, workflowId: string): Promise<CaseRunChain> {
  const description = await client.workflow.getHandle(workflowId).describe();
  return {
    caseId: textOf(description.memo, 'caseId'),
    number: textOf(description.memo, 'number'),
    running: description.status.name === 'RUNNING' || description.status.name === 'PAUSED',
    runId: description.runId,
    firstRunId: description.raw.workflowExecutionInfo?.firstRunId || undefined,
  };
}
