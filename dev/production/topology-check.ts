import { Connection } from '@temporalio/client';
import * as taskQueues from '../../workflows/kernel/task-queues.ts';
import { temporalServerVersion } from '../engines/engine-pins.ts';
import type { StoryJournal } from '../story/story-journal.ts';
import { historyShards, retentionDays, sqlPlugin } from './server-environment.ts';
import type { ProductionStack } from './start-production-stack.ts';

/** Temporal's number for the queue of workflow tasks. */
const workflowTasks = 1;
const daySeconds = 86_400;

/** Asks Temporal what it is and who works for it, and the load balancer who has answered. */
export async function checkTopology({ temporal, passedTo }: ProductionStack, journal: StoryJournal): Promise<void> {
  const { address, namespace } = temporal;
  const connection = await Connection.connect({ address });
  try {
    const { workflowService } = connection;
    const cluster = await workflowService.getClusterInfo({});
    journal.check('Temporal Server says its version', temporalServerVersion, cluster.serverVersion);
    journal.check('  it has as many history shards', historyShards, cluster.historyShardCount);
    const stores = [cluster.persistenceStore, cluster.visibilityStore];
    journal.check('  histories and visibility are in PostgreSQL', [sqlPlugin, sqlPlugin], stores);
    const { config } = await workflowService.describeNamespace({ namespace });
    const days = Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0) / daySeconds;
    journal.check(`  namespace ${namespace} keeps what has ended, in days`, retentionDays, days);
    for (const name of Object.values(taskQueues)) {
      const asked = { namespace, taskQueue: { name }, taskQueueType: workflowTasks };
      const { pollers } = await workflowService.describeTaskQueue(asked);
      const workers = new Set(pollers?.map(({ identity }) => identity));
      journal.check(`  workers that poll ${name}`, 2, workers.size);
    }
  } finally {
    await connection.close();
  }
  const answered = [...passedTo().values()].filter((requests) => requests > 10);
  journal.check('API processes that have answered more than ten requests', 2, answered.length);
}
