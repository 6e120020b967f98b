import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { isTaken } from './journal-types.ts';
import type { FaultContext } from '../fault-types.ts';

interface Seen {
  complaint?: { agent: { id: string } | null };
}

const patienceMs = 240_000;

/**
 * Sends a complaint at once and as often as it takes, and waits until its sender sees the agent who has it: from then on
 * the whole chain works again, from HTTP to a turn and back to the read model.
 *
 * @param since when the fault was done, epoch milliseconds
 */
export async function probeRecovery(context: FaultContext, since: number): Promise<void> {
  const { client } = context;
  const attempt = await client.submit('ghi', context.problem(), { key: randomUUID(), patienceMs, timeoutMs: 5_000 });
  if (!isTaken(attempt)) return context.expect(false, `nothing was taken in within ${patienceMs / 1_000} s`);
  const person = await client.person('ghi');
  for (const until = Date.now() + patienceMs; Date.now() < until; await pause(100)) {
    const path = `/v1/complaints/${attempt.caseId}`;
    const { body, status } = await person.call<Seen>('GET', path, { timeoutMs: 5_000 });
    if (status === 200 && body.complaint?.agent) return context.recovered(Date.now() - since);
  }
  context.expect(false, `case ${attempt.caseId} has no agent within ${patienceMs / 1_000} s`, {
    caseId: attempt.caseId,
  });
}
