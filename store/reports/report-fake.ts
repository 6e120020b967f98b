import { FakeTable } from '../kernel/fake-table.ts';
import { byReceipt } from './receipt-order.ts';
import type { Report, ReportRepository } from './report-repository.ts';

export function fakeReports(): ReportRepository {
  const table = new FakeTable<Report>();
  const oldestFirst = (matches: (report: Report) => boolean) => table.where(matches).sort(byReceipt);
  return {
    async insert(report) {
      if (table.get(report.reportId) !== null) return 'reportExists';
      if (oldestFirst(({ candidate }) => candidate.number === report.candidate.number).length > 0) return 'numberTaken';
      table.insert(report.reportId, report);
      return 'inserted';
    },
    async find(reportId) {
      return table.get(reportId);
    },
    async place({ reportId, caseId }) {
      const report = table.get(reportId);
      if (report?.placedCaseId !== null || report.detachedFromIds?.includes(caseId)) return;
      table.put(reportId, { ...report, placedCaseId: caseId });
    },
    async detach({ reportId, fromCaseIds, fingerprint }) {
      const report = table.get(reportId);
      if (report === null || report.fingerprint === fingerprint) return;
      if (report.placedCaseId !== null && !fromCaseIds.includes(report.placedCaseId)) return;
      const detachedFromIds = [...new Set([...(report.detachedFromIds ?? []), ...fromCaseIds])];
      table.put(reportId, { ...report, placedCaseId: null, fingerprint, detachedFromIds });
    },
    async findByCandidate(caseIdOrNumber) {
      const number = caseIdOrNumber.toUpperCase();
      const byId = oldestFirst(({ candidate }) => candidate.caseId === caseIdOrNumber)[0];
      return byId ?? oldestFirst(({ candidate }) => candidate.number === number)[0] ?? null;
    },
    async ofCase(caseId) {
      return oldestFirst((report) => report.placedCaseId === caseId);
    },
    async ofSubmitter({ submitterId, fingerprint }) {
      return oldestFirst((report) => report.submitterId === submitterId && report.fingerprint === fingerprint);
    },
    async timesOfSubmitter({ submitterId, fingerprint, since, until }) {
      const isMeant = ({ receivedAt }: Report) => receivedAt >= since && receivedAt < until;
      const theirs = oldestFirst((report) => report.submitterId === submitterId && report.fingerprint === fingerprint);
      return theirs.filter(isMeant).map(({ receivedAt }) => receivedAt);
    },
    async knowinglyAttached({ deskId, day }) {
      const isMeant = (report: Report) => report.knowingly === true && report.deskId === deskId;
      return oldestFirst((report) => isMeant(report) && report.receivedAt.startsWith(day)).map(
        ({ reportId }) => reportId,
      );
    },
    async ofPerson(userId) {
      return oldestFirst(({ submitterId, enteredById }) => submitterId === userId || enteredById === userId);
    },
    async blank({ reportId, words }) {
      const report = table.get(reportId);
      if (report !== null) table.put(reportId, { ...report, title: words, description: words });
    },
    async unplaced({ before, limit }) {
      return oldestFirst((report) => report.placedCaseId === null && report.receivedAt < before).slice(0, limit);
    },
  };
}
