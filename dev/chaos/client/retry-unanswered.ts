import type { ChaosClient } from './chaos-client.ts';
import { isTaken } from './journal-types.ts';

const patienceMs = 60_000;

/** As a client does after an outage: whatever had a key and was never answered is sent again under it. */
export async function retryUnanswered(client: ChaosClient): Promise<void> {
  for (const entry of client.journal) {
    const isOpen = entry.key !== null && entry.expects === 'taken' && !entry.attempts.some(isTaken);
    if (isOpen) await client.again(entry, client.bodyOf(entry), { patienceMs });
  }
}
