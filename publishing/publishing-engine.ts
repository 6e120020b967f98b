import type { WorkflowClient } from '@temporalio/client';
import { officeServerWorkflowId, rotationWorkflowId } from '../workflows/kernel/workflow-ids.ts';
import { caseLeft } from '../workflows/office-server/office-server-messages.ts';
import { released } from '../workflows/rotation/rotation-messages.ts';
import type { PublishingEngine } from './case-publisher.ts';
import { unlessGone } from './gone-workflow.ts';

/** Temporal as publishing sees it; what does not run has nothing to give back. */
export function publishingEngine(workflow: WorkflowClient): PublishingEngine {
  return {
    async releaseTurn({ deskId, tier, requestId }) {
      await unlessGone(workflow.getHandle(rotationWorkflowId({ deskId, tier })).signal(released, { requestId }));
    },
    async caseLeft({ officeId, serverIds, ...left }) {
      const signal = (serverId: string) =>
        workflow.getHandle(officeServerWorkflowId({ officeId, serverId })).signal(caseLeft, left);
      await Promise.all(serverIds.map((serverId) => unlessGone(signal(serverId))));
    },
  };
}
