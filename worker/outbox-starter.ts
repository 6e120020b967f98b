import { Client, type ClientOptions, type Connection } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import type { OutboxStart } from '../publishing/notifier.ts';
import { mailingWorkflowId, webhookDeliveryWorkflowId } from '../workflows/kernel/workflow-ids.ts';
import type { Patience } from '../workflows/outbox/outbox-types.ts';

/** Starts under way at once. */
const parallel = 8;

export interface OutboxStarterOptions {
  connection: Connection | NativeConnection;
  namespace: string;
  /** Where the outbox's workers wait. */
  queue: string;
  /** How it writes what Temporal keeps, and what stands between. */
  clientOptions?: Pick<ClientOptions, 'dataConverter' | 'interceptors'>;
  /** Hears of a start that failed; the sweep makes up for it. */
  warn: (message: string, error: unknown) => void;
  /** Other than the workflows' own; for tests and drills. */
  patience?: Patience;
}

/**
 * Starts what leaves the service, one after another and without being waited for: nobody's case is held up by it. What
 * runs already is left as it is.
 */
export function outboxStarter(options: OutboxStarterOptions): OutboxStart {
  const { connection, namespace, queue, clientOptions = {}, warn, patience } = options;
  const { workflow } = new Client({ connection, namespace, ...clientOptions });
  const waiting: (() => Promise<unknown>)[] = [];
  let running = 0;
  const next = (): void => {
    const start = running < parallel ? waiting.shift() : undefined;
    if (!start) return;
    running += 1;
    start()
      .catch((error: unknown) => warn('the outbox could not be started', error))
      .finally(() => {
        running -= 1;
        next();
      });
    next();
  };
  const add = (type: 'mailing' | 'webhookDelivery', workflowId: string, input: object): void => {
    const args: [object] = [{ ...input, ...(patience && { patience }) }];
    const options = { workflowId, taskQueue: queue, args, workflowIdConflictPolicy: 'USE_EXISTING' as const };
    waiting.push(() => workflow.start(type, options));
    next();
  };
  return {
    mailing: (notificationId) => add('mailing', mailingWorkflowId(notificationId), { notificationId }),
    delivery: (deliveryId) => add('webhookDelivery', webhookDeliveryWorkflowId(deliveryId), { deliveryId }),
  };
}
