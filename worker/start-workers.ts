import { Worker, type NativeConnection, type WorkerOptions } from '@temporalio/worker';
import type { createActivities } from '../activities/create-activities.ts';
import { complaintTaskQueue, rotationTaskQueue } from '../workflows/kernel/task-queues.ts';

export interface WorkersOptions {
  connection: NativeConnection;
  namespace: string;
  bundle: { codePath: string } | { code: string };
  activities: ReturnType<typeof createActivities>;
  maxCachedWorkflows?: number;
  /** Other queues than the product's own, so that tests do not meet each other. */
  queues?: { complaint: string; rotation: string };
}

export interface RunningWorkers {
  /** Settles when both have shut down; rejects when one fails. */
  done: Promise<void>;
  /** Stops polling, finishes what runs, and settles when both have ended. */
  stop(): Promise<void>;
}

/** The two workers: complaints and office servers, and rotations on a queue of their own. */
export async function startWorkers(options: WorkersOptions): Promise<RunningWorkers> {
  const queues = options.queues ?? { complaint: complaintTaskQueue, rotation: rotationTaskQueue };
  const common: Omit<WorkerOptions, 'taskQueue'> = {
    connection: options.connection,
    namespace: options.namespace,
    workflowBundle: options.bundle,
    maxCachedWorkflows: options.maxCachedWorkflows,
    shutdownGraceTime: '5 seconds',
    shutdownForceTime: '10 seconds',
  };
  const { complaint, officeServer, rotation } = options.activities;
  const workers = await Promise.all([
    Worker.create({ ...common, taskQueue: queues.complaint, activities: { ...complaint, ...officeServer } }),
    Worker.create({ ...common, taskQueue: queues.rotation, activities: { ...rotation } }),
  ]);
  const done = Promise.all(workers.map((worker) => worker.run())).then(() => undefined);
  const stop = async () => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    await done;
  };
  // When one fails the other must not go on alone.
  done.catch(() => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  });
  return { done, stop };
}
