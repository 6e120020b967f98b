import type { CaseView } from '../../workflows/complaint/complaint-types.ts';
import { FakeTable } from '../kernel/fake-table.ts';
import { slotOf } from '../kernel/time-slot.ts';
import { caseLookupFields, searchWords } from './case-lookup-fields.ts';
import { pageOf } from './case-page.ts';
import { unsolved } from './case-days.ts';
import type { CaseFilter, CasePosition, CaseRepository } from './case-repository.ts';

export function fakeCases(): CaseRepository {
  const table = new FakeTable<CaseView>();
  const times = new FakeTable<string>();
  return {
    async record(view, { isNews = true } = {}) {
      const recorded = table.get(view.caseId);
      if (recorded !== null && recorded.version >= view.version) return false;
      table.put(view.caseId, view);
      if (isNews) times.put(view.caseId, new Date().toISOString());
      return true;
    },
    async find(idOrNumber) {
      const number = idOrNumber.toUpperCase();
      return table.get(idOrNumber) ?? table.where((view) => view.number === number)[0] ?? null;
    },
    async openOfOffice(officeId) {
      return table.where((view) => caseLookupFields(view).openOfficeId === officeId);
    },
    async openOfDesk(deskId) {
      const open = table.where((view) => view.deskId === deskId && unsolved.includes(view.status));
      return open.map(({ caseId, officeId, systemId, agentId, tier, overdue }) => {
        return { caseId, officeId, systemId, agentId, tier, overdue };
      });
    },
    async list(filter, { limit, after }) {
      const found = table.where(
        (view) => matches(view, filter) && (after === undefined || newestFirst(after, view) < 0),
      );
      return pageOf(found.sort(newestFirst).slice(0, limit + 1), limit);
    },
    async recordedIn(slot) {
      return table.where().flatMap((view) => {
        const recordedAt = times.get(view.caseId) ?? '';
        return recordedAt !== '' && slotOf(Date.parse(recordedAt)) === slot ? [{ view, recordedAt }] : [];
      });
    },
  };
}

function newestFirst(one: CasePosition, other: CasePosition): number {
  if (one.createdAt !== other.createdAt) return one.createdAt > other.createdAt ? -1 : 1;
  if (one.caseId === other.caseId) return 0;
  return one.caseId > other.caseId ? -1 : 1;
}

function matches(view: CaseView, filter: CaseFilter): boolean {
  const { reporterId, receivedOn, from, to, q, ...equal } = filter;
  const lookup = caseLookupFields(view);
  return (
    Object.entries(equal).every(
      ([field, wanted]) => wanted === undefined || view[field as keyof CaseView] === wanted,
    ) &&
    (reporterId === undefined || view.reporterIds.includes(reporterId)) &&
    (receivedOn === undefined || lookup.receivedOn === receivedOn) &&
    (from === undefined || view.createdAt >= from) &&
    (to === undefined || view.createdAt < to) &&
    searchWords(q ?? '').every((word) => lookup.searchText.includes(word))
  );
}
