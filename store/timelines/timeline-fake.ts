import type { TimelineEntry } from '../../workflows/kernel/timeline-types.ts';
import { FakeTable } from '../kernel/fake-table.ts';
import { byCaseAndNumber } from './entry-order.ts';
import type { EntryPlace, TimelineRepository } from './timeline-repository.ts';

export function fakeTimelines(): TimelineRepository {
  const table = new FakeTable<{ entry: TimelineEntry; place: EntryPlace | undefined }>();
  return {
    async append(entries, place) {
      for (const entry of entries) table.insert(`${entry.caseId}/${entry.no}`, { entry, place });
    },
    async ofCase(caseId, { afterNo, limit }) {
      const found = table.where(({ entry }) => entry.caseId === caseId && entry.no > afterNo);
      return found
        .map(({ entry }) => entry)
        .sort(byCaseAndNumber)
        .slice(0, limit);
    },
    async ofDay({ deskId, day }) {
      const placed = table.where().flatMap(({ entry: { hash: _hash, ...entry }, place }) => {
        if (place?.deskId !== deskId || !entry.at.startsWith(day)) return [];
        return [{ ...entry, officeId: place.officeId, systemId: place.systemId }];
      });
      return placed.sort(byCaseAndNumber);
    },
  };
}
