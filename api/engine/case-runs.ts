import type { Client } from '@temporalio/client';
import type { CaseMemo } from '../../workflows/kernel/case-labels.ts';
import { unlessGone } from '../../publishing/gone-workflow.ts';
import type { CaseRun } from './engine-types.ts';
import type { KnownRuns } from './known-runs.ts';

export interface SeenRun extends CaseRun {
  runId: string;
}

function textOf(memo: Record<string, unknown> | undefined, key: keyof CaseMemo): string {
  const value = memo?.[key];
  return typeof value === 'string' ? value : '';
}

/** The same; what runs is remembered. */
export async function lookAtRun(client: Client, known: KnownRuns, workflowId: string): Promise<SeenRun | null> {
  const run = await describeRun(client, workflowId);
  if (run?.running === true) known.remember(workflowId, run);
  return run;
}

/** Null when nothing is known under the ID. */
export async function describeRun(client: Client, workflowId: string): Promise<SeenRun | null> {
  const description = await unlessGone(client.workflow.getHandle(workflowId).describe());
  if (description === null) return null;
  return {
    caseId: textOf(description.memo, 'caseId'),
    number: textOf(description.memo, 'number'),
    running: description.status.name === 'RUNNING' || description.status.name === 'PAUSED',
    runId: description.runId,
  };
}
