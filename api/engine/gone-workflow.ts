import {
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';

/** Failure types by which the server says that the workflow ended while the update was under way. */
const endedTypes = new Set(['AcceptedUpdateCompletedWorkflow', 'UpdateCompletedWorkflow']);

/** What an update that threw has come to: no workflow, no worker in time, or the failure that refuses it; else null. */
export function failedUpdate(
  error: unknown,
): { kind: 'notRunning' } | { kind: 'unanswered' } | ApplicationFailure | null {
  if (error instanceof WorkflowNotFoundError) return { kind: 'notRunning' };
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return { kind: 'unanswered' };
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) return null;
  return endedTypes.has(error.cause.type ?? '') ? { kind: 'notRunning' } : error.cause;
}
