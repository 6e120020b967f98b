import { trusted, type QueryFilter } from 'mongoose';
import { searchWords } from './case-lookup-fields.ts';
import { hasEnded } from '../../workflows/complaint/complaint-types.ts';
import type { CaseDocument } from './case-model.ts';
import type { CaseFilter, CasePosition } from './case-repository.ts';

/** The filter as a query. Equalities stand at the top level: only there does the fallback store use an index. */
export function caseQuery(filter: CaseFilter, after: CasePosition | undefined): QueryFilter<CaseDocument> {
  const { agentId, reporterId, from, to, q, ...equal } = filter;
  const isOpen = filter.status !== undefined && !hasEnded({ status: filter.status });
  return present({
    ...equal,
    [isOpen ? 'openAgentId' : 'agentId']: agentId,
    reporterIds: reporterId,
    createdAt: from === undefined && to === undefined ? undefined : trusted(present({ $gte: from, $lt: to })),
    $and: both(olderThan(after), wordsOf(q)),
  });
}

function both(...conditions: object[][]): object[] | undefined {
  const all = conditions.flat();
  return all.length === 0 ? undefined : all;
}

function olderThan(position: CasePosition | undefined): object[] {
  if (position === undefined) return [];
  const { createdAt, caseId } = position;
  return [{ $or: [{ createdAt: trusted({ $lt: createdAt }) }, { createdAt, _id: trusted({ $lt: caseId }) }] }];
}

function wordsOf(q: string | undefined): object[] {
  return searchWords(q ?? '').map((word) => ({ searchText: trusted({ $regex: escaped(word) }) }));
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Without what is not asked for: a driver would look for null. */
function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
