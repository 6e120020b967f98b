import { randomBytes } from 'node:crypto';
import { chainOrigin, linkHash } from '../../workflows/kernel/hash-chain.ts';
import type { Json } from '../../workflows/kernel/timeline-types.ts';
import type { Change, ChangeDraft } from './change-repository.ts';

/** The end of the audit's chain so far. */
export interface ChangeHead {
  no: number;
  hash: string;
}

export const changeChainStart: ChangeHead = { no: 0, hash: chainOrigin };

/** An entry from before there was a chain has no hash: what follows it begins one. */
export function headOf({ no, hash = chainOrigin }: Pick<Change, 'no' | 'hash'>): ChangeHead {
  return { no, hash };
}

/** The next entry of the audit, in the form in which every store gives it back. */
export function chainedChange(draft: ChangeDraft, head: ChangeHead): ChangeDraft & Required<Change> {
  const { kind, subjectId, version, at, actorId, action } = draft;
  const [before, after] = [plain(draft.before), plain(draft.after)];
  const salt = randomBytes(16).toString('hex');
  const contentHash = changeContentHash({ before, after, salt });
  const entry = { no: head.no + 1, kind, subjectId, version, at, actorId, action, before, after, salt, contentHash };
  return { ...entry, hash: changeHash(entry, head.hash) };
}

/** What an entry's hash must be after a predecessor with this one. */
export function changeHash(entry: Omit<Change, 'before' | 'after' | 'salt' | 'hash'>, previousHash: string): string {
  const { no, kind, subjectId, version, at, actorId, action, contentHash = null } = entry;
  return linkHash(previousHash, { no, kind, subjectId, version, at, actorId, action, contentHash });
}

/** What the hash of what was before and after must be. */
export function changeContentHash({ before, after, salt = '' }: Pick<Change, 'before' | 'after' | 'salt'>): string {
  return linkHash(salt, { before: before as Json, after: after as Json });
}

/** As JSON has it: a field without a value is no field, whatever a store makes of it. */
function plain(snapshot: Change['before']): Change['before'] {
  return JSON.parse(JSON.stringify(snapshot)) as Change['before'];
}
