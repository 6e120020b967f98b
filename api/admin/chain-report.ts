import type { Store } from '../../store/store.ts';
import { verifyAudit, verifyTimelines, type AuditFindings, type TimelineFindings } from './chain-verification.ts';

/** How many broken histories are named one by one. */
const mostNamed = 20;

/**
 * Checks the audit and all histories, and says in words what was found.
 *
 * @param known `number:hash` of an entry as it was said earlier; an audit that no longer has it is not sound
 * @throws Error with a sentence for people when `known` has another form
 */
export async function chainReport(store: Store, known?: string): Promise<{ lines: string[]; sound: boolean }> {
  const kept = known === undefined ? null : keptEntry(known);
  const [audit, timelines] = [await verifyAudit(store), await verifyTimelines(store)];
  const isLost = kept !== null && !(await isThere(store, kept));
  const lost = isLost ? [`  LOST: number ${kept.no} is no longer there as it was known`] : [];
  return {
    lines: [...auditLines(audit), ...lost, ...timelineLines(timelines)],
    sound: audit.broken === null && timelines.broken.length === 0 && !isLost,
  };
}

function auditLines({ entries, erased, withoutHash, head, broken }: AuditFindings): string[] {
  return [
    `Audit: ${entries} entries are as they were written`,
    ...(withoutHash > 0 ? [`  of them ${withoutHash} from before it was chained: these cannot be checked`] : []),
    ...(erased > 0 ? [`  of them ${erased} were emptied as somebody was anonymised`] : []),
    ...(broken === null ? [] : [`  BROKEN at number ${broken.no}: ${broken.why}`]),
    `  last: ${head.no}:${head.hash}`,
  ];
}

function timelineLines({ histories, entries, broken }: TimelineFindings): string[] {
  const named = broken.slice(0, mostNamed).map(({ caseId, no }) => `  BROKEN: ${caseId} at number ${no}`);
  const more = broken.length > mostNamed ? [`  and ${broken.length - mostNamed} more`] : [];
  return [
    `Histories: ${histories - broken.length} of ${histories} are as they were written, ${entries} entries`,
    ...named,
    ...more,
  ];
}

function keptEntry(known: string): { no: number; hash: string } {
  const [, no, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(known) ?? [];
  if (no === undefined || hash === undefined)
    throw new Error('--known takes a number, a colon and 64 digits of 0-9 and a-f.');
  return { no: Number(no), hash };
}

async function isThere({ changes }: Store, { no, hash }: { no: number; hash: string }): Promise<boolean> {
  if (no === 0) return true;
  const [found] = await changes.list({}, { after: no - 1, limit: 1 });
  return found?.no === no && (found.hash ?? '') === hash;
}
