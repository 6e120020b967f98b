import { changeChainStart, changeContentHash, changeHash, headOf } from '../../store/changes/change-chain.ts';
import type { Change } from '../../store/changes/change-repository.ts';
import type { Store } from '../../store/store.ts';
import { chainStart, entryHash } from '../../workflows/kernel/timeline-chain.ts';
import type { TimelineEntry } from '../../workflows/kernel/timeline-types.ts';

const pageSize = 1_000;

/** What a walk over the audit found. */
export interface AuditFindings {
  entries: number;
  /** Entries about people who were anonymised: what was before and after is gone, the chain holds. */
  erased: number;
  /** From before the audit was chained: nothing speaks for them, nor against them. */
  withoutHash: number;
  /** The last entry that is right: keep it elsewhere, and it shows later that the end was not cut off. */
  head: { no: number; hash: string };
  /** The first number that is not as it was written, and why; the rest is not looked at. */
  broken: { no: number; why: string } | null;
}

/** Walks the audit from its first entry. A lost end does not show by itself: compare `head` with one kept earlier. */
export async function verifyAudit({ changes }: Store): Promise<AuditFindings> {
  const findings: AuditFindings = { entries: 0, erased: 0, withoutHash: 0, head: changeChainStart, broken: null };
  /** By account, the first entry that was emptied without a later one that tells why. */
  const unexplained = new Map<string, number>();
  for (;;) {
    const page = await changes.list({}, { after: findings.head.no, limit: pageSize });
    for (const change of page) {
      const why = faultOf(change, findings);
      if (why !== null) return { ...findings, broken: { no: findings.head.no + 1, why } };
      findings.entries += 1;
      if (change.hash === undefined) findings.withoutHash += 1;
      if (isErased(change)) {
        findings.erased += 1;
        if (!unexplained.has(change.subjectId)) unexplained.set(change.subjectId, change.no);
      }
      if (change.kind === 'user' && change.action === anonymised) unexplained.delete(change.subjectId);
      findings.head = headOf(change);
    }
    if (page.length < pageSize) break;
  }
  const [no] = [...unexplained.values()].sort((one, other) => one - other);
  return no === undefined ? findings : { ...findings, broken: { no, why: 'it was emptied, and nobody anonymised' } };
}

/** What the audit says of an account whose person was taken out of it. */
export const anonymised = 'anonymised';

function isErased({ kind, before, after, salt, contentHash }: Change): boolean {
  return kind === 'user' && before === null && after === null && salt === undefined && contentHash !== undefined;
}

function faultOf(change: Change, { entries, withoutHash, head }: AuditFindings): string | null {
  if (change.no !== head.no + 1) return `it is missing: number ${change.no} comes next`;
  if (change.hash === undefined) return withoutHash === entries ? null : 'it has no hash, and an earlier one has';
  if (!isErased(change) && change.contentHash !== changeContentHash(change))
    return 'what was before or after is not what was written';
  return change.hash === changeHash(change, head.hash) ? null : 'it is not what was written, or not after this one';
}

/** What a walk over the histories of cases and incidents found. */
export interface TimelineFindings {
  histories: number;
  entries: number;
  /** Each history that is not as it was written, by its first wrong number. */
  broken: { caseId: string; no: number }[];
}

export async function verifyTimelines({ timelines }: Store): Promise<TimelineFindings> {
  const findings: TimelineFindings = { histories: 0, entries: 0, broken: [] };
  let last: TimelineEntry | undefined;
  let isSound = true;
  for (;;) {
    const page = await timelines.everything({ ...(last && { after: last }), limit: pageSize });
    for (const entry of page) {
      const isFirst = entry.caseId !== last?.caseId;
      const head = isFirst || last === undefined ? chainStart : last;
      if (isFirst) {
        findings.histories += 1;
        isSound = true;
      }
      const fits = entry.no === head.no + 1 && entry.hash === entryHash(entry, head.hash);
      if (isSound && !fits) findings.broken.push({ caseId: entry.caseId, no: head.no + 1 });
      isSound &&= fits;
      findings.entries += 1;
      last = entry;
    }
    if (page.length < pageSize) return findings;
  }
}
