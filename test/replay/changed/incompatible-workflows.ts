import { sleep } from '@temporalio/workflow';
import * as released from '../../../workflows/index.ts';

export * from '../../../workflows/index.ts';

/** As somebody might change it who forgets the cases that run: a timer before everything else. */
export async function complaint(input: Parameters<typeof released.complaint>[0]) {
  await sleep('1 second', { summary: 'an incompatible change' });
  return released.complaint(input);
}
