import { WorkflowUpdateFailedError, WorkflowUpdateRPCTimeoutOrCancelledError, type Client } from '@temporalio/client';
import type { GrantOutcome } from '../activities/engine-port.ts';
import { takeTurn, turnGranted } from '../workflows/complaint/complaint-messages.ts';
import type { Tier } from '../workflows/kernel/tier.ts';
import type { TurnGrant } from '../workflows/rotation/rotation-types.ts';
import { unlessGone } from '../publishing/gone-workflow.ts';

/** How long a case may take to answer, milliseconds: it does so within some ten when a worker is there. */
const patience = 5_000;

/**
 * Brings a grant to its case by an update, whose answer is what has become of the case. When none comes, or the case is of
 * a version that does not know it, the grant is left as a signal, which needs no worker; the case publishes itself then.
 */
export async function grantTurn(
  client: Client,
  { deskId, tier }: { deskId: string; tier: Tier },
  { agentId, requestId, seq, workflowId }: TurnGrant,
  { patiently }: { patiently: boolean },
): Promise<GrantOutcome> {
  const handle = client.workflow.getHandle(workflowId);
  const news = { requestId, tier, agentId, seq, deskId };
  const ask = () => handle.executeUpdate(takeTurn, { updateId: `turn/${requestId}`, args: [news] });
  const answer = patiently ? await unlessGone(answered(client.withDeadline(Date.now() + patience, ask))) : 'none';
  if (answer === null) return { kind: 'gone' };
  if (answer !== 'none') return { kind: 'taken', record: answer.news ? { view: answer.view, ...answer.news } : null };
  return (await unlessGone(handle.signal(turnGranted, news))) === null ? { kind: 'gone' } : { kind: 'left' };
}

/** `none` when no worker answered in time, or the update was refused or cut off by the end of a run. */
async function answered<T>(update: Promise<T>): Promise<T | 'none'> {
  try {
    return await update;
  } catch (error) {
    const isNone =
      error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || error instanceof WorkflowUpdateFailedError;
    if (isNone) return 'none';
    throw error;
  }
}
