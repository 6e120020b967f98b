import type { Client, WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { refusalCodes } from '../../workflows/complaint/complaint-errors.ts';
import type { Refusal } from '../../workflows/complaint/complaint-errors.ts';
import type { ActionAnswer, SignalledAction } from '../../workflows/complaint/complaint-messages.ts';
import type { ActionRef } from '../../workflows/complaint/complaint-types.ts';
import {
  escalateSignal,
  messageAdded,
  publishingDoubted,
  resolveSignal,
} from '../../workflows/complaint/complaint-messages.ts';
import { describeRun } from './case-runs.ts';
import { unlessGone } from '../../publishing/gone-workflow.ts';
import { failedUpdate } from './gone-workflow.ts';
import type { ActionOutcome, AddedMessage, CaseAction, CaseAddress, SignalledCaseAction } from './engine-types.ts';

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
  const failed = failedUpdate(error);
  if (!(failed instanceof ApplicationFailure)) return failed;
  const refusal = refusalOf(failed);
  return refusal && { kind: 'refused', refusal };
}

/** To one run: neither a later case under the same ID nor the one that follows in the same chain of runs gets it. */
export async function sendAction(
  client: Client,
  target: { workflowId: string; runId: string },
  action: CaseAction,
): Promise<ActionOutcome> {
  try {
    const handle = client.workflow.getHandle(target.workflowId, target.runId);
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

/** To this very case while it runs, and not to a later one under the same ID. */
async function signalCase(
  client: Client,
  { caseId, workflowId }: CaseAddress,
  send: (handle: WorkflowHandle) => Promise<void>,
): Promise<'signalled' | 'notRunning'> {
  const run = await describeRun(client, workflowId);
  if (run === null || !run.running || run.caseId !== caseId) return 'notRunning';
  const sent = send(client.workflow.getHandle(workflowId)).then(() => 'signalled' as const);
  return unlessGone(sent, 'notRunning');
}

export function signalAction(client: Client, address: CaseAddress, action: SignalledCaseAction) {
  const common = signalled(action);
  return signalCase(client, address, (handle) =>
    action.name === 'resolve'
      ? handle.signal(resolveSignal, { ...common, resolutionId: action.ref.resolutionId })
      : handle.signal(escalateSignal, { ...common, reasonId: action.ref.reasonId }),
  );
}

export function signalMessage(client: Client, address: CaseAddress, message: AddedMessage) {
  return signalCase(client, address, (handle) => handle.signal(messageAdded, message));
}

export function signalDoubt(client: Client, address: CaseAddress) {
  return signalCase(client, address, (handle) => handle.signal(publishingDoubted, {}));
}
