import type { Report } from './report-repository.ts';

/** Ties by id. */
export function byReceipt(one: Report, other: Report): number {
  if (one.receivedAt !== other.receivedAt) return one.receivedAt < other.receivedAt ? -1 : 1;
  return one.reportId < other.reportId ? -1 : 1;
}
