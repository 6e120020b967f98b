// Healthy means: Temporal has heard this very container poll every task queue in the last two minutes.
// A worker that hangs, or that lost its connection, goes stale there even while its process lives.
import { hostname } from 'node:os';
import { Connection } from '@temporalio/client';
import * as taskQueues from '../../dist/workflows/kernel/task-queues.js';

const freshFor = 120_000;
const namespace = process.env.TEMPORAL_NAMESPACE ?? 'default';
const deadline = setTimeout(() => process.exit(1), 8000);

function isOurs(poller) {
  const heard = Number(poller.lastAccessTime?.seconds ?? 0) * 1000;
  return poller.identity?.includes(hostname()) && Date.now() - heard < freshFor;
}

async function main() {
  const connection = await Connection.connect({ address: process.env.TEMPORAL_ADDRESS, connectTimeout: 4000 });
  for (const name of Object.values(taskQueues)) {
    const answer = await connection.workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name },
      taskQueueType: 1,
    });
    if (!answer.pollers?.some(isOurs)) throw new Error(`nobody here polls ${name}`);
  }
  await connection.close();
}

main()
  .then(() => process.exit(0))
  .catch((error) => {
    console.error(error.message);
    process.exit(1);
  })
  .finally(() => clearTimeout(deadline));
