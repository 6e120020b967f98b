import type { Client, WorkflowHandle } from '@temporalio/client';
import {
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { refusalCodes } from '../../workflows/complaint/complaint-errors.ts';
import type { Refusal } from '../../workflows/complaint/complaint-errors.ts';
import type { ActionAnswer, SignalledAction } from '../../workflows/complaint/complaint-messages.ts';
import type { ActionRef } from '../../workflows/complaint/complaint-types.ts';
import { escalateSignal, messageAdded, resolveSignal } from '../../workflows/complaint/complaint-messages.ts';
import { describeRun } from './case-runs.ts';
import type { ActionOutcome, AddedMessage, CaseAction, CaseAddress, SignalledCaseAction } from './engine-types.ts';

/** Failure types by which the server says that the case ended while the update was under way. */
const endedTypes = new Set(['AcceptedUpdateCompletedWorkflow', 'UpdateCompletedWorkflow']);

/** An action's name is its update's name (complaint-messages). */
function runUpdate(handle: WorkflowHandle, { name, ref }: CaseAction): Promise<ActionAnswer> {
  return handle.executeUpdate<ActionAnswer, [ActionRef]>(name, { updateId: ref.actionId, args: [ref] });
}

function refusalOf(failure: ApplicationFailure): Refusal | null {
  const code = refusalCodes.find((each) => each === failure.type);
  if (code === undefined) return null;
  const detail: unknown = failure.details?.[0];
  const told = typeof detail === 'object' && detail !== null ? (detail as Partial<Refusal>) : {};
  return { code, status: told.status ?? '', agentId: told.agentId ?? null, version: told.version ?? 0 };
}

function outcomeOf(error: unknown): ActionOutcome | null {
  if (error instanceof WorkflowNotFoundError) return { kind: 'notRunning' };
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return { kind: 'unanswered' };
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) return null;
  if (endedTypes.has(error.cause.type ?? '')) return { kind: 'notRunning' };
  const refusal = refusalOf(error.cause);
  return refusal && { kind: 'refused', refusal };
}

/** Pinned to the chain of runs of this one case: a later case under the same ID never gets it. */
export async function sendAction(
  client: Client,
  target: CaseAddress & { firstRunId: string | undefined },
  action: CaseAction,
): Promise<ActionOutcome> {
  const pin = target.firstRunId === undefined ? {} : { firstExecutionRunId: target.firstRunId };
  try {
    const handle = client.workflow.getHandle(target.workflowId, undefined, pin);
    return { kind: 'done', answer: await runUpdate(handle, action) };
  } catch (error) {
    const outcome = outcomeOf(error);
    if (outcome === null) throw error;
    return outcome;
  }
}

function signalled({ ref }: SignalledCaseAction): SignalledAction {
  const { id, role } = ref.actor;
  return {
    actorId: id,
    actionId: ref.actionId,
    ...(role === 'agent' || role === 'supervisor' ? { actorRole: role } : {}),
  };
}

/** @throws WorkflowNotFoundError when nothing runs under the ID any more */
export async function signalAction(
  client: Client,
  address: CaseAddress,
  action: SignalledCaseAction,
): Promise<'signalled' | 'notRunning'> {
  const run = await describeRun(client, address.workflowId);
  if (!run.running || run.caseId !== address.caseId) return 'notRunning';
  const handle = client.workflow.getHandle(address.workflowId);
  const common = signalled(action);
  if (action.name === 'resolve')
    await handle.signal(resolveSignal, { ...common, resolutionId: action.ref.resolutionId });
  else await handle.signal(escalateSignal, { ...common, reasonId: action.ref.reasonId });
  return 'signalled';
}

/** @throws WorkflowNotFoundError when nothing runs under the ID any more */
export async function signalMessage(
  client: Client,
  address: CaseAddress,
  message: AddedMessage,
): Promise<'signalled' | 'notRunning'> {
  const run = await describeRun(client, address.workflowId);
  if (!run.running || run.caseId !== address.caseId) return 'notRunning';
  await client.workflow.getHandle(address.workflowId).signal(messageAdded, message);
  return 'signalled';
}
