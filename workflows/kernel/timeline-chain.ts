import { chainOrigin, linkHash } from './hash-chain.ts';
import type { ChainHead, TimelineDraft, TimelineEntry } from './timeline-types.ts';

/** Where every case's chain begins. */
export const chainStart: ChainHead = { no: 0, hash: chainOrigin };

/**
 * The next entry of a case's chain. Its hash covers its own content and its predecessor's hash, so that a line that is
 * changed, removed or put in later shows. `at` is epoch milliseconds.
 */
export function chained(caseId: string, head: ChainHead, draft: TimelineDraft, at: number): TimelineEntry {
  const entry = { caseId, no: head.no + 1, at: new Date(at).toISOString(), ...draft };
  return { ...entry, hash: entryHash(entry, head.hash) };
}

/** SHA-256, hex, over the predecessor's hash and the entry as JSON with sorted keys. */
export function entryHash(entry: Omit<TimelineEntry, 'hash'>, previousHash: string): string {
  const { caseId, no, at, type, actor, data } = entry;
  return linkHash(previousHash, { caseId, no, at, type, actor: { id: actor.id, role: actor.role }, data });
}
