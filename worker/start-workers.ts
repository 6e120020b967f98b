import type { DataConverter } from '@temporalio/common';
import {
  Worker,
  type ActivityInterceptorsFactory,
  type NativeConnection,
  type WorkerOptions,
} from '@temporalio/worker';
import type { createActivities } from '../activities/create-activities.ts';
import { complaintTaskQueue, outboxTaskQueue, rotationTaskQueue } from '../workflows/kernel/task-queues.ts';

export interface WorkersOptions {
  connection: NativeConnection;
  namespace: string;
  bundle: { codePath: string } | { code: string };
  activities: ReturnType<typeof createActivities>;
  maxCachedWorkflows?: number;
  /** With keys, `bundle` must be the sealed one. */
  dataConverter?: DataConverter;
  /** Stand around every activity, the first outermost. */
  activityInterceptors?: ActivityInterceptorsFactory[];
  /** Other queues than the product's own, so that tests do not meet each other. */
  queues?: { complaint: string; rotation: string; outbox?: string };
}

export interface RunningWorkers {
  /** Settles when all have shut down; rejects when one fails. */
  done: Promise<void>;
  /** Stops polling, finishes what runs, and settles when all have ended. */
  stop(): Promise<void>;
}

/** Calls of mail servers and webhooks at once. */
const outboxSlots = 20;

/** The workers: complaints, incidents and office servers; rotations, and what leaves the service, each on a queue of its own. */
export async function startWorkers(options: WorkersOptions): Promise<RunningWorkers> {
  const queues = options.queues ?? { complaint: complaintTaskQueue, rotation: rotationTaskQueue };
  const outboxQueue = queues.outbox ?? outboxTaskQueue;
  const common: Omit<WorkerOptions, 'taskQueue'> = {
    connection: options.connection,
    namespace: options.namespace,
    workflowBundle: options.bundle,
    ...(options.dataConverter && { dataConverter: options.dataConverter }),
    maxCachedWorkflows: options.maxCachedWorkflows,
    interceptors: { activity: options.activityInterceptors ?? [] },
    shutdownGraceTime: '5 seconds',
    shutdownForceTime: '10 seconds',
  };
  const { complaint, incident, officeServer, outbox, replanning, rotation } = options.activities;
  const slots = { maxConcurrentActivityTaskExecutions: outboxSlots, maxConcurrentWorkflowTaskExecutions: 10 };
  const workers = await Promise.all([
    Worker.create({
      ...common,
      taskQueue: queues.complaint,
      activities: { ...complaint, ...incident, ...officeServer, ...replanning },
    }),
    Worker.create({ ...common, taskQueue: queues.rotation, activities: { ...rotation } }),
    ...(outbox === null
      ? []
      : [
          Worker.create({
            ...common,
            ...slots,
            maxCachedWorkflows: 100,
            taskQueue: outboxQueue,
            activities: { ...outbox },
          }),
        ]),
  ]);
  const done = Promise.all(workers.map((worker) => worker.run())).then(() => undefined);
  const stop = async () => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    await done;
  };
  // When one fails the others must not go on alone.
  done.catch(() => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  });
  return { done, stop };
}
