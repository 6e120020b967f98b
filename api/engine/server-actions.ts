import type { Client, WorkflowHandle, WorkflowStartOptions } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { officeServerWorkflowId } from '../../workflows/kernel/workflow-ids.ts';
import { sessionRefusalCodes, type SessionRefusal } from '../../workflows/office-server/office-server-errors.ts';
import { endSession, extendSession, requestSession } from '../../workflows/office-server/office-server-messages.ts';
import type { OfficeServerInput, SessionStanding } from '../../workflows/office-server/office-server-types.ts';
import { failedUpdate } from './gone-workflow.ts';
import type { ServerAction, ServerKey, ServerOutcome, ServerStart } from './engine-types.ts';

type OfficeServerWorkflow = (input: OfficeServerInput) => Promise<void>;

/** Whatever happened, the server's workflow is asked under its ID: it never ends, so no other one can have taken it. */
export async function actOnServer(client: Client, key: ServerKey, action: ServerAction): Promise<ServerOutcome> {
  try {
    return { kind: 'done', standing: await runUpdate(client.workflow.getHandle(officeServerWorkflowId(key)), action) };
  } catch (error) {
    const outcome = outcomeOf(error);
    if (outcome === null) throw error;
    return outcome;
  }
}

async function runUpdate(handle: WorkflowHandle, action: ServerAction): Promise<SessionStanding | null> {
  switch (action.name) {
    case 'request':
      return handle.executeUpdate(requestSession, { args: [action.message] });
    case 'extend':
      return handle.executeUpdate(extendSession, { args: [action.message] });
    case 'end':
      await handle.executeUpdate(endSession, { args: [action.message] });
      return null;
  }
}

function outcomeOf(error: unknown): ServerOutcome | null {
  const failed = failedUpdate(error);
  if (!(failed instanceof ApplicationFailure)) return failed;
  const { type, details } = failed;
  const code = sessionRefusalCodes.find((each) => each === type);
  if (code === undefined) return null;
  const told = (details?.[0] ?? {}) as Partial<SessionRefusal>;
  return { kind: 'refused', refusal: { code, how: told.how ?? null } };
}

/** USE_EXISTING: of those who ask a server first, at the same time, one starts its workflow for all. */
export function serverStartOptions(
  { input, summary }: ServerStart,
  taskQueue: string,
): WorkflowStartOptions<OfficeServerWorkflow> {
  return {
    workflowId: officeServerWorkflowId(input),
    taskQueue,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    staticSummary: summary,
  };
}
