import {
  condition,
  continueAsNew,
  getExternalWorkflowHandle,
  proxyActivities,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import type { ComplaintInput } from '../../../workflows/complaint/complaint-types.ts';
import { plainCase, plainEntries, plainTimeline, plainView, type PlainCase } from '../plain/plain-case.ts';
import type { NaiveActivities } from './naive-activities.ts';
import {
  acknowledge,
  resolve,
  turnGranted,
  turnReleased,
  turnRequested,
  type NaiveTurnRequest,
} from './naive-messages.ts';

const { recordCase, recordTurn } = proxyActivities<NaiveActivities>({ startToCloseTimeout: '15 seconds' });

const caseStatus = defineSearchAttributeKey('CaseStatus', SearchAttributeType.KEYWORD);
const agent = defineSearchAttributeKey('AgentId', SearchAttributeType.KEYWORD);

export interface NaiveCaseInput extends Pick<ComplaintInput, 'facts' | 'firstReport'> {
  /** The workflow ID of the one rotation. */
  rotationId: string;
}

/** A case as one writes it at first: step after step, each state recorded by an activity before the next thing happens. */
export async function naiveCase({ facts, firstReport, rotationId }: NaiveCaseInput): Promise<void> {
  const { caseId } = firstReport.candidate;
  let state = plainCase(facts, firstReport, Date.now());
  const times = [state.openedAt];
  let granted: string | null = null;
  let isAcknowledged = false;
  let resolutionId: string | null = null;
  let recorded: PlainCase['status'] | null = null;

  setHandler(turnGranted, ({ agentId }) => {
    granted = agentId;
  });
  setHandler(acknowledge, async () => {
    isAcknowledged = true;
    await condition(() => recorded === 'inProgress');
  });
  setHandler(resolve, async (action) => {
    resolutionId = action.resolutionId;
    await condition(() => recorded === 'resolved');
  });

  const record = async (change: Partial<PlainCase>): Promise<void> => {
    const now = Date.now();
    state = { ...state, ...change, updatedAt: now, version: state.version + 1 };
    if (state.status !== 'received') times.push(now);
    upsertSearchAttributes([
      { key: caseStatus, value: state.status },
      { key: agent, value: state.agentId },
    ]);
    const entries = plainEntries(caseId, plainTimeline(state).slice(0, times.length), times).slice(-1);
    await recordCase({ view: plainView(state, workflowInfo().runId), entries });
    recorded = state.status;
  };

  await record({});
  const rotation = getExternalWorkflowHandle(rotationId);
  await rotation.signal(turnRequested, { caseId, workflowId: workflowInfo().workflowId });
  await condition(() => granted !== null);
  await record({ status: 'assigned', agentId: granted, assignedAt: Date.now() });
  await condition(() => isAcknowledged, '1 day');
  await record({ status: 'inProgress' });
  await condition(() => resolutionId !== null, '1 day');
  await record({ status: 'resolved', resolutionId });
  await rotation.signal(turnReleased, { caseId });
  // The window in which it could be reopened.
  await condition(() => false, '5 days');
}

export interface NaiveRotationState {
  deskId: string;
  roster: string[];
  seq: number;
  /** Cases that have an agent. */
  open: string[];
  queue: NaiveTurnRequest[];
}

/** Turns one after the other: each is recorded, and its case told, before the next. */
export async function naiveRotation(state: NaiveRotationState): Promise<void> {
  const { deskId, roster } = state;
  const queue = [...state.queue];
  let { open, seq } = state;
  setHandler(turnRequested, (request) => void queue.push(request));
  setHandler(turnReleased, ({ caseId }) => {
    open = open.filter((each) => each !== caseId);
  });
  while (!workflowInfo().continueAsNewSuggested) {
    await condition(() => queue.length > 0 || workflowInfo().continueAsNewSuggested);
    const request = queue.shift();
    if (!request) continue;
    const { caseId, workflowId } = request;
    const agentId = roster[seq % roster.length] ?? '';
    seq += 1;
    open.push(caseId);
    const at = new Date().toISOString();
    const turn = { deskId, tier: 'tier-1' as const, seq, caseId, attempt: 1, agentId, at };
    await recordTurn({ ...turn, requestId: `${caseId}/tier-1/1` });
    await getExternalWorkflowHandle(workflowId).signal(turnGranted, { agentId, seq });
  }
  await continueAsNew<typeof naiveRotation>({ deskId, roster, seq, open, queue });
}
