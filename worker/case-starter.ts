import type { WorkflowClient } from '@temporalio/client';
import {
  SearchAttributeType,
  TypedSearchAttributes,
  WorkflowExecutionAlreadyStartedError,
  defineSearchAttributeKey,
} from '@temporalio/common';
import type { CorrectionForwarderInput } from '../workflows/complaint/complaint-correction-types.ts';
import type { CaseLink } from '../workflows/complaint/complaint-types.ts';
import type { OwnCase } from '../activities/engine-port.ts';
import { reportAttached } from '../workflows/complaint/complaint-messages.ts';
import { caseSummary, firstKeywords, type CaseMemo } from '../workflows/kernel/case-labels.ts';
import { complaintWorkflowId } from '../workflows/kernel/workflow-ids.ts';
import { unlessGone } from '../publishing/gone-workflow.ts';

/** A case can end between two calls; each round needs such a coincidence again. */
const rounds = 5;

/**
 * Opens the case of a report as intake does (ADR 0001): start with FAIL, and where another report's case runs under the
 * fingerprint, attach to it. Repeating it changes nothing.
 */
export async function openOwnCase(workflow: WorkflowClient, taskQueue: string, own: OwnCase): Promise<void> {
  const workflowId = complaintWorkflowId(own.facts);
  for (let round = 0; round < rounds; round += 1) {
    if (await hasStarted(workflow, taskQueue, own)) return;
    const found = await describe(workflow, workflowId);
    if (found?.caseId === own.firstReport.candidate.caseId) return;
    if (found?.running && (await hasAttached(workflow, workflowId, own))) return;
  }
  throw new Error(`the case of a detached report could not be opened under ${workflowId}`);
}

/** Null when it runs, be it since just now or from an earlier attempt; else the case that was there first. */
export async function openForwarder(
  workflow: WorkflowClient,
  taskQueue: string,
  forwarder: CorrectionForwarderInput,
): Promise<CaseLink | null> {
  const { facts, into } = forwarder;
  const workflowId = complaintWorkflowId(facts);
  const memo: CaseMemo = { caseId: into.caseId, number: into.number, deskId: facts.deskId };
  for (let round = 0; round < rounds; round += 1) {
    const options = { workflowId, taskQueue, args: [forwarder], memo: { ...memo } };
    const staticSummary = `${into.number} · reports under its corrected facts are sent on`;
    const start = workflow.start('correctionForwarder', {
      ...options,
      workflowIdConflictPolicy: 'FAIL',
      staticSummary,
    });
    if (await unlessRunning(start)) return null;
    const found = await describe(workflow, workflowId);
    if (found?.caseId === into.caseId && found.running) return null;
    if (found?.running) return { caseId: String(found.caseId), number: String(found.number), workflowId };
  }
  throw new Error(`nothing could be started under ${workflowId}`);
}

async function hasStarted(workflow: WorkflowClient, taskQueue: string, own: OwnCase): Promise<boolean> {
  const { detachedFrom, facts, firstReport, officeName, systemName } = own;
  const memo: CaseMemo = { ...firstReport.candidate, deskId: facts.deskId };
  const keywords = Object.entries(firstKeywords(facts));
  return unlessRunning(
    workflow.start('complaint', {
      workflowId: complaintWorkflowId(facts),
      taskQueue,
      args: [{ facts, firstReport, previousCaseId: null, detachedFrom }],
      workflowIdConflictPolicy: 'FAIL',
      memo: { ...memo },
      typedSearchAttributes: new TypedSearchAttributes(
        keywords.map(([name, value]) => ({ key: defineSearchAttributeKey(name, SearchAttributeType.KEYWORD), value })),
      ),
      staticSummary: caseSummary({
        number: firstReport.candidate.number,
        ...{ officeName, systemName, title: facts.title },
      }),
    }),
  );
}

async function unlessRunning(start: Promise<unknown>): Promise<boolean> {
  try {
    await start;
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
}

async function describe(workflow: WorkflowClient, workflowId: string) {
  const found = await unlessGone(workflow.getHandle(workflowId).describe());
  if (found === null) return null;
  const { memo, status } = found;
  const running = status.name === 'RUNNING' || status.name === 'PAUSED';
  return { caseId: memo?.['caseId'], number: memo?.['number'], running };
}

async function hasAttached(workflow: WorkflowClient, workflowId: string, { firstReport }: OwnCase): Promise<boolean> {
  const sent = workflow.getHandle(workflowId).signal(reportAttached, { report: firstReport });
  return (await unlessGone(sent)) !== null;
}
