import { randomInt } from 'node:crypto';

/** Without characters that look alike. 16 of 31 are 79 bits. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = 4;
const groupLength = 4;

/** A secret that can be written down, or read out over the telephone: `k3mw-p9xa-dd7h-u2rt`. */
export function newSpokenSecret(): string {
  const group = () => Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}
