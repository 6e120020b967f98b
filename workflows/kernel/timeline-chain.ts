import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ChainHead, Json, TimelineDraft, TimelineEntry } from './timeline-types.ts';

/** Where every case's chain begins. */
export const chainStart: ChainHead = { no: 0, hash: '0'.repeat(64) };

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
  const content = { caseId, no, at, type, actor: { id: actor.id, role: actor.role }, data };
  return bytesToHex(sha256(utf8ToBytes(`${previousHash}\n${canonical(content)}`)));
}

function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`);
  return `{${fields.join(',')}}`;
}
