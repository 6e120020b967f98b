import type { TimelineEntry } from '../../workflows/kernel/timeline-types.ts';
import { FakeTable } from '../kernel/fake-table.ts';
import type { TimelineRepository } from './timeline-repository.ts';

export function fakeTimelines(): TimelineRepository {
  const table = new FakeTable<TimelineEntry>();
  return {
    async append(entries) {
      for (const entry of entries) table.insert(`${entry.caseId}/${entry.no}`, entry);
    },
    async ofCase(caseId, { afterNo, limit }) {
      const found = table.where((entry) => entry.caseId === caseId && entry.no > afterNo);
      return found.sort((one, other) => one.no - other.no).slice(0, limit);
    },
  };
}
