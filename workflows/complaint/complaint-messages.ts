import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Tier } from '../kernel/tier.ts';
import type { IncidentNews } from '../incident/incident-link-types.ts';
import type { Actor } from '../kernel/timeline-types.ts';
import type { ForwarderNews } from './complaint-event-types.ts';
import type { Correction } from './complaint-correction-types.ts';
import type { ActionRef, CaseLink, CaseNews, CaseView, Detachment, MergedCase, ReportRef } from './complaint-types.ts';

export interface ActionAnswer {
  view: CaseView;
  /** The action had been done before; this is its answer again. */
  repeated: boolean;
  /** A case that runs under the fingerprint that this one was corrected to. */
  sameProblem?: CaseLink;
  /** For a sender that `publishes`: what is to be told to the world. Absent: the case has told it itself. */
  news?: CaseNews;
}

/** A turn, as the rotation says it. */
interface TurnNews {
  requestId: string;
  tier: Tier;
  agentId: string;
  seq: number | null;
  deskId?: string;
}

/** As a supervisor types it in the Temporal UI or CLI: only `actorId` is needed. The API sends all of it. */
export interface SignalledAction {
  actorId: string;
  actorRole?: 'agent' | 'supervisor';
  actionId?: string;
}

/** `isForwarded`: it came under another fingerprint than the one in the workflow ID. */
export const reportAttached = defineSignal<[{ report: ReportRef; isForwarded?: boolean }]>('reportAttached');
export const turnGranted = defineSignal<[TurnNews]>('turnGranted');
/** The same, answered: whoever brings the turn publishes what becomes of the case. */
export const takeTurn = defineUpdate<ActionAnswer, [TurnNews]>('turnGranted');
export const resolveSignal =
  defineSignal<[SignalledAction & { resolution?: string; resolutionId?: string }]>('resolve');
export const escalateSignal = defineSignal<[SignalledAction & { reason?: string; reasonId?: string }]>('escalate');

export const acknowledge = defineUpdate<ActionAnswer, [ActionRef]>('acknowledge');
export const resolve = defineUpdate<ActionAnswer, [ActionRef & { resolutionId: string }]>('resolve');
export const escalate = defineUpdate<ActionAnswer, [ActionRef & { reasonId: string }]>('escalate');

export const ask = defineUpdate<ActionAnswer, [ActionRef & { messageId: string }]>('ask');
export const resume = defineUpdate<ActionAnswer, [ActionRef]>('resume');
export const reassign = defineUpdate<ActionAnswer, [ActionRef & { agentId: string | null; reasonId: string }]>(
  'reassign',
);
export const reopen = defineUpdate<ActionAnswer, [ActionRef & { reasonId: string }]>('reopen');
export const withdraw = defineUpdate<ActionAnswer, [ActionRef & { reasonId: string }]>('withdraw');
export const rate = defineUpdate<ActionAnswer, [ActionRef & { score: number; commentId: string | null }]>('rate');

export const merge = defineUpdate<ActionAnswer, [ActionRef & { into: CaseLink }]>('merge');
export const detach = defineUpdate<ActionAnswer, [ActionRef & { detachment: Detachment; reasonId: string | null }]>(
  'detach',
);

/** `occupiedBy` is what the sender has found under the new fingerprint, if that is another case. */
export type CorrectionOrder = ActionRef & { correction: Correction; reasonId: string; occupiedBy: CaseLink | null };
export const correct = defineUpdate<ActionAnswer, [CorrectionOrder]>('correct');
/** From a merged case to the surviving one. */
export const caseMerged = defineSignal<[{ source: MergedCase }]>('caseMerged');
/** From the surviving case to the merged ones. */
export const forwarderTold = defineSignal<[ForwarderNews]>('forwarderTold');

/** From an incident. */
export const incidentJoined = defineSignal<[IncidentNews]>('incidentJoined');
export const incidentLeft = defineSignal<[IncidentNews]>('incidentLeft');
export const incidentResolved = defineSignal<[IncidentNews]>('incidentResolved');

export const messageAdded = defineSignal<[{ messageId: string; kind: 'reply' | 'note'; actor: Actor }]>('messageAdded');
/** The rotation takes the case from an agent who is away. */
export const turnWithdrawn = defineSignal<[{ requestId: string; tier: Tier; reason: string }]>('turnWithdrawn');
/** Whoever was to publish what the case has answered, or will answer, may never do it. */
export const publishingDoubted = defineSignal<[Record<string, never>]>('publishingDoubted');
/** The desk's rules or calendar have changed: running deadlines are planned again. */
export const settingsChanged = defineSignal<[Record<string, never>]>('settingsChanged');

export const getCase = defineQuery<CaseView>('getCase');
