import { createHash } from 'node:crypto';
import type { Json, TimelineEntry } from '../../../workflows/kernel/timeline-types.ts';
import type { ViolationLog } from './violation-log.ts';

/** Reads every case's history as an auditor would: with a hash function and a canonical form of its own. */
export class TimelineCheck {
  readonly #log: ViolationLog;
  readonly #chains = new Map<string, string[]>();

  constructor(log: ViolationLog) {
    this.#log = log;
  }

  /** @returns the entries that are new: a publication may come twice */
  appended(entries: TimelineEntry[]): TimelineEntry[] {
    return entries.filter((entry) => this.#isNew(entry));
  }

  ended(caseId: string, head: { no: number; hash: string }): void {
    const chain = this.#chains.get(caseId) ?? [];
    const isWhole = chain.length === head.no && chain.at(-1) === head.hash;
    this.#log.unless(
      isWhole,
      'timeline',
      caseId,
      () => `it ends with entry ${head.no}, ${chain.length} were published`,
    );
    this.#chains.delete(caseId);
  }

  #isNew(entry: TimelineEntry): boolean {
    const { caseId, hash, no } = entry;
    const chain = this.#chains.get(caseId) ?? [];
    this.#chains.set(caseId, chain);
    if (no <= chain.length) {
      this.#log.unless(chain[no - 1] === hash, 'timeline', caseId, () => `entry ${no} is told in two ways`);
      return false;
    }
    this.#log.unless(no === chain.length + 1, 'timeline', caseId, () => `entry ${no} follows ${chain.length}`);
    const expected = auditHash(entry, chain.at(-1) ?? '0'.repeat(64));
    this.#log.unless(hash === expected, 'timeline', caseId, () => `the hash of entry ${no} is wrong`);
    chain.push(hash);
    return true;
  }
}

/** The hash of an entry, by other means than the product's. */
export function auditHash({ actor, at, caseId, data, no, type }: TimelineEntry, previous: string): string {
  const content = sorted({ caseId, no, at, type, actor: { id: actor.id, role: actor.role }, data });
  return createHash('sha256')
    .update(`${previous}\n${JSON.stringify(content)}`)
    .digest('hex');
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sorted(value[name] ?? null)]));
}
