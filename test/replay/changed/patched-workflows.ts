import { patched, sleep } from '@temporalio/workflow';
import * as released from '../../../workflows/index.ts';

export * from '../../../workflows/index.ts';

/** The same change as CONTRIBUTING asks for it: cases that run go on as they began. */
export async function complaint(input: Parameters<typeof released.complaint>[0]) {
  if (patched('a-second-of-silence')) await sleep('1 second', { summary: 'a compatible change' });
  return released.complaint(input);
}
