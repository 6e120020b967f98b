import type { CaseView } from '../../workflows/complaint/complaint-types.ts';
import type { CasePage } from './case-repository.ts';

/** The page of `found`, which holds one case more than `limit` when there is a next page. */
export function pageOf(found: CaseView[], limit: number): CasePage {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const more = found.length > limit && last !== undefined;
  return { items, next: more ? { createdAt: last.createdAt, caseId: last.caseId } : null };
}
