import type { TimelineEntry } from '../../workflows/kernel/timeline-types.ts';
import { FakeTable } from '../kernel/fake-table.ts';
import { byCaseAndNumber } from './entry-order.ts';
import type { EntryContext, TimelineRepository } from './timeline-repository.ts';

export function fakeTimelines(): TimelineRepository {
  const table = new FakeTable<{ entry: TimelineEntry; beside: EntryContext }>();
  return {
    async append(entries, { place, standing } = {}) {
      const last = entries.at(-1);
      for (const entry of entries) {
        const beside = { ...(place && { place }), ...(standing && entry === last ? { standing } : {}) };
        table.insert(`${entry.caseId}/${entry.no}`, { entry, beside });
      }
    },
    async ofCase(caseId, { afterNo, limit }) {
      const found = table.where(({ entry }) => entry.caseId === caseId && entry.no > afterNo);
      return found
        .map(({ entry }) => entry)
        .sort(byCaseAndNumber)
        .slice(0, limit);
    },
    async told(caseId) {
      const found = table.where(({ entry }) => entry.caseId === caseId);
      return found
        .map(({ beside: { standing }, entry }) => ({ ...entry, ...(standing && { standing }) }))
        .sort(byCaseAndNumber);
    },
    async subjects({ after, limit }) {
      const firsts = table.where(({ entry }) => entry.no === 1 && entry.caseId > after);
      return firsts
        .map(({ entry }) => entry.caseId)
        .sort()
        .slice(0, limit);
    },
    async everything({ after, limit }) {
      const all = table.where(({ entry }) => after === undefined || byCaseAndNumber(after, entry) < 0);
      return all
        .map(({ entry }) => entry)
        .sort(byCaseAndNumber)
        .slice(0, limit);
    },
    async ofDay({ deskId, day }) {
      const placed = table.where().flatMap(({ beside: { place }, entry: { hash: _hash, ...entry } }) => {
        if (place?.deskId !== deskId || !entry.at.startsWith(day)) return [];
        return [{ ...entry, officeId: place.officeId, systemId: place.systemId }];
      });
      return placed.sort(byCaseAndNumber);
    },
  };
}
