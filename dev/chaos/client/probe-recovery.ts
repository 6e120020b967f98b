import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { isTaken } from './journal-types.ts';
import type { FaultContext } from '../fault-types.ts';

interface Seen {
  complaint?: { agent: { id: string } | null };
}

const patienceMs = 120_000;

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
  if (await hasAgent(context, 'ghi', attempt.caseId)) context.recovered(Date.now() - since);
}

/** Waits until the sender of a complaint sees the agent who has it; false, and a violation, when that takes too long. */
export async function hasAgent({ client, expect }: FaultContext, username: string, caseId = ''): Promise<boolean> {
  const person = await client.person(username);
  const path = `/v1/complaints/${caseId}`;
  for (const end = Date.now() + patienceMs; Date.now() < end; await pause(100)) {
    const { body, status } = await person.call<Seen>('GET', path, { timeoutMs: 5_000 });
    if (status === 200 && body.complaint?.agent) return true;
  }
  expect(false, `case ${caseId} has no agent within ${patienceMs / 1_000} s`, { caseId });
  return false;
}
