import { condition, defineSignal, defineUpdate, setHandler } from '@temporalio/workflow';
import type { ActionRef } from '../../../workflows/complaint/complaint-types.ts';

/** The product's message names and arguments, so that the very same calls can be sent. */
const turnGranted = defineSignal<[{ requestId: string; agentId: string; seq: number }]>('turnGranted');
const acknowledge = defineUpdate<void, [ActionRef]>('acknowledge');
const resolve = defineUpdate<void, [ActionRef & { resolutionId: string }]>('resolve');

/** Does nothing: takes what a case is told from outside, and ends when it has been resolved. */
export async function floorCase(): Promise<void> {
  let isResolved = false;
  setHandler(turnGranted, () => undefined);
  setHandler(acknowledge, () => undefined);
  setHandler(resolve, () => {
    isResolved = true;
  });
  await condition(() => isResolved);
}

/** Takes grants of turns for whoever measures a rotation; ends never by itself. */
export async function grantTaker(): Promise<void> {
  setHandler(turnGranted, () => undefined);
  await condition(() => false);
}
