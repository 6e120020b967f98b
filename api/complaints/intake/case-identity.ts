import { randomBytes } from 'node:crypto';
import { DateTime } from 'luxon';
import type { CaseCandidate } from '../../../workflows/complaint/complaint-types.ts';

/** Crockford's base 32: no I, L, O or U, so that a number survives being read aloud. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Of two times sixteen equally likely digits: a byte modulo 32 is not biased. */
function randomDigits(count: number): string {
  return [...randomBytes(count)].map((byte) => digits[byte % digits.length]).join('');
}

/** 26 characters, 130 random bits. Never of the form of a number, so that one path can take either. */
function newCaseId(): string {
  return randomDigits(26).toLowerCase();
}

/** For instance `261124-4F7KQ`: the day in the desk's time zone and five random digits. Not unique by itself. */
export function newCaseNumber(at: Date, timeZone: string): string {
  const local = DateTime.fromJSDate(at, { zone: timeZone });
  const day = (local.isValid ? local : DateTime.fromJSDate(at, { zone: 'utc' })).toFormat('yyMMdd');
  return `${day}-${randomDigits(5)}`;
}

/** What a report brings along in case it opens a case of its own. */
export function newCandidate(at: Date, timeZone: string): CaseCandidate {
  return { caseId: newCaseId(), number: newCaseNumber(at, timeZone) };
}
