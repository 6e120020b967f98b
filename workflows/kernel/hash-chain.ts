import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Json } from './timeline-types.ts';

/** What the first link of a chain takes for its predecessor's hash. */
export const chainOrigin = '0'.repeat(64);

/** SHA-256, hex, over a line of text and the content as JSON with sorted keys: the line is the predecessor's hash, or a salt. */
export function linkHash(line: string, content: Json): string {
  return bytesToHex(sha256(utf8ToBytes(`${line}\n${canonical(content)}`)));
}

function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`);
  return `{${fields.join(',')}}`;
}
