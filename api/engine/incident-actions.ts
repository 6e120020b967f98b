import type { Client, WorkflowHandle, WorkflowStartOptions } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { incidentRefusalCodes, type IncidentRefusal } from '../../workflows/incident/incident-errors.ts';
import {
  changeIncident,
  confirmOpened,
  linkCases,
  resolveIncident,
  unlinkCase,
} from '../../workflows/incident/incident-messages.ts';
import type { IncidentInput, IncidentResult, IncidentView } from '../../workflows/incident/incident-types.ts';
import { incidentWorkflowId } from '../../workflows/kernel/workflow-ids.ts';
import { failedUpdate } from './gone-workflow.ts';
import type { IncidentAction, IncidentOutcome, IncidentStart } from './incident-engine.ts';

type IncidentWorkflow = (input: IncidentInput) => Promise<IncidentResult>;

export async function actOnIncident(
  client: Client,
  incidentId: string,
  action: IncidentAction,
): Promise<IncidentOutcome> {
  try {
    return {
      kind: 'done',
      view: await runUpdate(client.workflow.getHandle(incidentWorkflowId({ incidentId })), action),
    };
  } catch (error) {
    const outcome = outcomeOf(error);
    if (outcome === null) throw error;
    return outcome;
  }
}

/** REJECT_DUPLICATE: an incident is never opened twice, also not when it is over. */
export function incidentStartOptions(
  { input, systemName }: IncidentStart,
  taskQueue: string,
): WorkflowStartOptions<IncidentWorkflow> {
  return {
    workflowId: incidentWorkflowId(input),
    taskQueue,
    args: [input],
    workflowIdConflictPolicy: 'FAIL',
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    staticSummary: `Incident of ${systemName}`,
  };
}

function runUpdate(handle: WorkflowHandle, action: IncidentAction): Promise<IncidentView> {
  switch (action.name) {
    case 'confirm':
      return handle.executeUpdate(confirmOpened);
    case 'link':
      return handle.executeUpdate(linkCases, { args: [action.message] });
    case 'unlink':
      return handle.executeUpdate(unlinkCase, { args: [action.message] });
    case 'change':
      return handle.executeUpdate(changeIncident, { args: [action.message] });
    case 'resolve':
      return handle.executeUpdate(resolveIncident, { args: [action.message] });
  }
}

function outcomeOf(error: unknown): IncidentOutcome | null {
  const failed = failedUpdate(error);
  if (!(failed instanceof ApplicationFailure)) return failed;
  const { type, details } = failed;
  const code = incidentRefusalCodes.find((each) => each === type);
  if (code === undefined) return null;
  const told = (details?.[0] ?? {}) as Partial<IncidentRefusal>;
  return { kind: 'refused', refusal: { code, version: told.version ?? 0 } };
}
