import type { Client } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { unlessGone } from '../../publishing/gone-workflow.ts';
import { RunningSample, type RunningWorkflow } from './running-sample.ts';

export interface UpgradeCheckOptions {
  client: Client;
  /** What is about to be deployed. */
  bundle: WorkflowBundleOption;
  /** With PAYLOAD_KEYS: reads what is encrypted. */
  dataConverter?: DataConverter;
  /** Only workflows of these task queues. */
  queues: string[];
  /** How many of each type are replayed, drawn by lot; Infinity for all. */
  mostOfEachType: number;
  /** Hears of each failure as it is found. */
  onFailure(failure: ReplayFailure): void;
}

interface ReplayFailure extends RunningWorkflow {
  /** The first line of what the replay says. */
  reason: string;
}

export interface TypeFigures {
  type: string;
  running: number;
  replayed: number;
  failed: number;
}

/**
 * Replays histories of running workflows with another bundle: whether they would go on if it were deployed. Nothing is
 * changed, and the service may run meanwhile. One history is in memory at a time.
 */
export async function checkUpgrade(options: UpgradeCheckOptions): Promise<TypeFigures[]> {
  const { bundle, client, dataConverter, onFailure } = options;
  const replaying = { workflowBundle: bundle, ...(dataConverter && { dataConverter }) };
  const sample = await drawSample(options);
  const figures = new Map(sample.running.map(([type, running]) => [type, { type, running, replayed: 0, failed: 0 }]));
  let current: RunningWorkflow | null = null;
  async function* histories() {
    for (const workflow of sample.drawn()) {
      const { runId, workflowId } = workflow;
      const history = await unlessGone(client.workflow.getHandle(workflowId, runId).fetchHistory());
      // It has ended since, so long ago that Temporal has forgotten it.
      if (history === null) continue;
      current = workflow;
      yield { workflowId, history };
    }
  }
  // The next history is asked for when the result of the one before has been taken.
  for await (const { error } of Worker.runReplayHistories(replaying, histories())) {
    const replayed = current as RunningWorkflow | null;
    const figure = replayed && figures.get(replayed.type);
    if (!figure) throw new Error('a result of a workflow that was not replayed');
    figure.replayed += 1;
    if (!error) continue;
    figure.failed += 1;
    onFailure({ ...replayed, reason: firstLine(error) });
  }
  return [...figures.values()].sort((one, other) => (one.type < other.type ? -1 : 1));
}

async function drawSample({ client, mostOfEachType, queues }: UpgradeCheckOptions): Promise<RunningSample> {
  const sample = new RunningSample(mostOfEachType);
  const onQueues = queues.map((queue) => `TaskQueue = '${queue}'`).join(' OR ');
  for await (const { runId, type, workflowId } of client.workflow.list({
    query: `ExecutionStatus = 'Running' AND (${onQueues})`,
  })) {
    sample.offer({ type, workflowId, runId });
  }
  return sample;
}

function firstLine(error: Error): string {
  return error.message.split('\n')[0]?.slice(0, 500) ?? error.name;
}
