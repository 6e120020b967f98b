import type { Connection } from '@temporalio/client';

/** A worker asks at least once a minute; one that has been silent for longer is gone or hangs. */
const freshForMs = 90_000;
/** Temporal's number for the queue of workflow tasks. */
const workflowTasks = 1;

/** Whether a worker has asked this queue for workflow tasks lately. */
export async function isPolled(connection: Connection, namespace: string, queue: string): Promise<boolean> {
  const { pollers } = await connection.workflowService.describeTaskQueue({
    namespace,
    taskQueue: { name: queue },
    taskQueueType: workflowTasks,
  });
  const since = Date.now() - freshForMs;
  return (pollers ?? []).some(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) * 1_000 > since);
}
