import { Client, type ClientOptions, type Connection } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import type { EnginePort } from '../activities/engine-port.ts';
import { settingsChanged, turnWithdrawn } from '../workflows/complaint/complaint-messages.ts';
import { rotationWorkflowId } from '../workflows/kernel/workflow-ids.ts';
import { turnRequested } from '../workflows/rotation/rotation-messages.ts';
import { publishingEngine } from '../publishing/publishing-engine.ts';
import { unlessGone } from '../publishing/gone-workflow.ts';
import { grantTurn } from './grant-sender.ts';
import { openForwarder, openOwnCase } from './case-starter.ts';

/** Temporal as the activities see it. The queues are where rotations and cases run. */
export function temporalEngine(options: {
  connection: Connection | NativeConnection;
  namespace: string;
  rotationQueue: string;
  complaintQueue: string;
  /** How it writes what Temporal keeps, and what stands between. */
  clientOptions?: Pick<ClientOptions, 'dataConverter' | 'interceptors'>;
}): EnginePort {
  const { connection, namespace, clientOptions = {} } = options;
  const client = new Client({ connection, namespace, ...clientOptions });
  const { workflow } = client;
  return {
    ...publishingEngine(workflow),
    grantTurn: (key, grant, manner) => grantTurn(client, key, grant, manner),
    async withdrawTurn(tier, { workflowId, requestId }) {
      const sent = workflow.getHandle(workflowId).signal(turnWithdrawn, { requestId, tier, reason: 'leave' });
      return (await unlessGone(sent)) === null ? 'gone' : 'delivered';
    },
    async settingsChanged(workflowId) {
      await unlessGone(workflow.getHandle(workflowId).signal(settingsChanged, {}));
    },
    async requestTurn(key, request) {
      const sent = workflow.getHandle(rotationWorkflowId(key)).signal(turnRequested, request);
      return (await unlessGone(sent)) === null ? 'gone' : 'delivered';
    },
    async isRotationRunning(key) {
      const description = await unlessGone(workflow.getHandle(rotationWorkflowId(key)).describe());
      return description?.status.name === 'RUNNING';
    },
    async startRotation(input) {
      await workflow.start('rotation', {
        workflowId: rotationWorkflowId(input),
        taskQueue: options.rotationQueue,
        args: [input],
        workflowIdConflictPolicy: 'USE_EXISTING',
        staticSummary: `Rotation of ${input.tier} at desk ${input.deskId}`,
      });
    },
    openForwarder: (forwarder) => openForwarder(workflow, options.complaintQueue, forwarder),
    openCase: (own) => openOwnCase(workflow, options.complaintQueue, own),
  };
}
