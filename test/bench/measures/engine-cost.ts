import type { Client } from '@temporalio/client';
import { until } from '../../../dev/chaos/client/until.ts';
import { listRuns } from '../../../dev/chaos/observe/engine-runs.ts';

/** What a workflow has cost the engine so far. Each state transition is a write of its whole state. */
export interface EngineCost {
  transitions: number;
  events: number;
}

/** Of the latest run, once it waits for neither a workflow task nor an activity. @throws Error when it does after 30 s */
export async function costOfRun(client: Client, workflowId: string, runId?: string): Promise<EngineCost> {
  const resting = await until(30_000, async () => {
    const description = await client.workflow.getHandle(workflowId, runId).describe();
    const { pendingActivities, pendingWorkflowTask } = description.raw;
    return (pendingActivities?.length ?? 0) === 0 && !pendingWorkflowTask ? description : null;
  });
  if (resting === null) throw new Error(`${workflowId} has not come to rest`);
  const transitions = Number(resting.raw.workflowExecutionInfo?.stateTransitionCount ?? 0);
  return { transitions, events: resting.historyLength };
}

/** Of all runs of a workflow that continues as new. */
export async function costOfChain(client: Client, workflowId: string): Promise<EngineCost> {
  const latest = await client.workflow.getHandle(workflowId).describe();
  const listed = await listRuns(client, `WorkflowId = '${workflowId}'`);
  const costs = [];
  for (const runId of new Set([...listed.map((run) => run.runId), latest.runId]))
    costs.push(await costOfRun(client, workflowId, runId));
  return costs.reduce(sum, { transitions: 0, events: 0 });
}

export function sum(one: EngineCost, other: EngineCost): EngineCost {
  return { transitions: one.transitions + other.transitions, events: one.events + other.events };
}

/** How much more, for each of so many. */
export function shareOf(before: EngineCost, after: EngineCost, count: number): EngineCost {
  return {
    transitions: (after.transitions - before.transitions) / count,
    events: (after.events - before.events) / count,
  };
}
