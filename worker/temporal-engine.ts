import { Client, type ClientOptions, type Connection } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import type { EnginePort } from '../activities/engine-port.ts';
import { settingsChanged, turnGranted, turnWithdrawn } from '../workflows/complaint/complaint-messages.ts';
import { officeServerWorkflowId, rotationWorkflowId } from '../workflows/kernel/workflow-ids.ts';
import { caseLeft } from '../workflows/office-server/office-server-messages.ts';
import { unlessGone } from './gone-workflow.ts';
import { openForwarder, openOwnCase } from './case-starter.ts';
import { released } from '../workflows/rotation/rotation-messages.ts';

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
  const { workflow } = new Client({ connection, namespace, ...clientOptions });
  return {
    async grantTurn({ deskId, tier }, { workflowId, requestId, agentId, seq }) {
      const sent = workflow.getHandle(workflowId).signal(turnGranted, { requestId, tier, agentId, seq, deskId });
      return (await unlessGone(sent)) === null ? 'gone' : 'delivered';
    },
    async withdrawTurn(tier, { workflowId, requestId }) {
      const sent = workflow.getHandle(workflowId).signal(turnWithdrawn, { requestId, tier, reason: 'leave' });
      return (await unlessGone(sent)) === null ? 'gone' : 'delivered';
    },
    async settingsChanged(workflowId) {
      await unlessGone(workflow.getHandle(workflowId).signal(settingsChanged, {}));
    },
    async releaseTurn({ deskId, tier, requestId }) {
      await unlessGone(workflow.getHandle(rotationWorkflowId({ deskId, tier })).signal(released, { requestId }));
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
    async caseLeft({ officeId, serverIds, ...left }) {
      const signal = (serverId: string) =>
        workflow.getHandle(officeServerWorkflowId({ officeId, serverId })).signal(caseLeft, left);
      await Promise.all(serverIds.map((serverId) => unlessGone(signal(serverId))));
    },
  };
}
