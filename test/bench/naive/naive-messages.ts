import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { ActionRef } from '../../../workflows/complaint/complaint-types.ts';

export interface NaiveTurnRequest {
  caseId: string;
  workflowId: string;
}

export const turnRequested = defineSignal<[NaiveTurnRequest]>('turnRequested');
export const turnReleased = defineSignal<[{ caseId: string }]>('turnReleased');
export const turnGranted = defineSignal<[{ agentId: string; seq: number }]>('turnGranted');

export const acknowledge = defineUpdate<void, [ActionRef]>('acknowledge');
export const resolve = defineUpdate<void, [ActionRef & { resolutionId: string }]>('resolve');
