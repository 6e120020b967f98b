import { z } from 'zod';
import { Problem } from './problem.ts';

export function entityTag(version: number): string {
  return `"${version}"`;
}

const member = String.raw`(?:W\/)?"[\x21\x23-\x7e]*"`;
const ifMatchForm = new RegExp(String.raw`^\s*(?:\*|${member}(?:\s*,\s*${member})*)\s*$`);

/** The header If-Match, as the versions that it allows; null for `*`, which any version satisfies. */
export const ifMatchHeader = z
  .string()
  .max(500)
  .regex(ifMatchForm, '"3"')
  .transform((value) => (value.trim() === '*' ? null : versionsIn(value)));

/** Tags that no version of ours could have are kept as NaN: they match nothing. */
function versionsIn(value: string): number[] {
  return [...value.matchAll(/"([^"]*)"/g)].map(([, tag = '']) => (/^\d{1,15}$/.test(tag) ? Number(tag) : Number.NaN));
}

/** @throws Problem version_mismatch unless the header is missing or names the version */
export function demandVersion(ifMatch: number[] | null | undefined, version: number): void {
  if (ifMatch && !ifMatch.includes(version)) {
    throw new Problem('version_mismatch', { members: { version }, headers: { ETag: entityTag(version) } });
  }
}

/** The one version that a workflow shall insist on; undefined when any will do. */
export function expectedVersion(ifMatch: number[] | null | undefined): number | undefined {
  return ifMatch?.[0];
}
