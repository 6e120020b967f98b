import { trusted, type Connection, type Model } from 'mongoose';
import { insertOnce } from '../kernel/insert-once.ts';
import { byReceipt } from './receipt-order.ts';
import { reportModel, type ReportDocument } from './report-model.ts';
import type { Report, ReportInsert, ReportRepository } from './report-repository.ts';

export function mongoReports(connection: Connection): ReportRepository {
  const model = reportModel(connection);
  return {
    async insert(report) {
      return (await insertOnce(model, toReportDocument(report))) ? 'inserted' : whatIsInTheWay(model, report);
    },
    async find(reportId) {
      return toReport(await model.findById(reportId).lean<ReportDocument>());
    },
    async place({ reportId, caseId }) {
      await model.updateOne(
        { _id: reportId, placement: 'pending', detachedFromIds: trusted({ $ne: caseId }) },
        { $set: { placedCaseId: caseId, placement: 'placed' } },
      );
    },
    async detach({ reportId, fromCaseIds, fingerprint }) {
      const isTheirs = { placedCaseId: trusted({ $in: [null, ...fromCaseIds] }) };
      await model.updateOne(
        { _id: reportId, fingerprint: trusted({ $ne: fingerprint }), ...isTheirs },
        {
          $set: { placedCaseId: null, placement: 'pending', fingerprint },
          $addToSet: { detachedFromIds: { $each: fromCaseIds } },
        },
      );
    },
    async findByCandidate(idOrNumber) {
      const byId = await model.findOne({ candidateCaseId: idOrNumber }).lean<ReportDocument>();
      if (byId !== null) return toReport(byId);
      return toReport(await model.findOne({ candidateNumber: idOrNumber.toUpperCase() }).lean<ReportDocument>());
    },
    async ofCase(caseId) {
      const found = await model.find({ placedCaseId: caseId }).sort({ receivedAt: 1, _id: 1 }).lean<ReportDocument[]>();
      return found.map(toReport);
    },
    async ofSubmitter({ submitterId, fingerprint }) {
      const found = await model
        .find({ fingerprint, submitterId })
        .sort({ receivedAt: 1, _id: 1 })
        .lean<ReportDocument[]>();
      return found.map(toReport);
    },
    async timesOfSubmitter({ submitterId, fingerprint, since, until }) {
      const found = await model
        .find({ fingerprint, submitterId, receivedAt: trusted({ $gte: since, $lt: until }) }, { receivedAt: 1 })
        .lean<Pick<ReportDocument, '_id' | 'receivedAt'>[]>();
      return found.map(({ receivedAt }) => receivedAt).sort();
    },
    async knowinglyAttached({ deskId, day }) {
      const found = await model
        .find({ knowinglyOn: `${deskId}/${day}` }, { _id: 1 })
        .lean<Pick<ReportDocument, '_id'>[]>();
      return found.map(({ _id }) => _id);
    },
    async ofPerson(userId) {
      // Two look-ups: the fallback store serves no `$or` from an index.
      const found = await Promise.all(
        [{ submitterId: userId }, { enteredById: userId }].map((by) => model.find(by).lean<ReportDocument[]>()),
      );
      const once = new Map(found.flat().map((document) => [document._id, document]));
      return [...once.values()].map(toReport).sort(byReceipt);
    },
    async blank({ reportId, words }) {
      await model.updateOne({ _id: reportId }, { $set: { title: words, description: words } });
    },
    async unplaced({ before, limit }) {
      const found = await model
        .find({ placement: 'pending', receivedAt: trusted({ $lt: before }) })
        .sort({ receivedAt: 1, _id: 1 })
        .limit(limit)
        .lean<ReportDocument[]>();
      return found.map(toReport);
    },
  };
}

/** Which unique index refused the report: its id, else the number. */
async function whatIsInTheWay(model: Model<ReportDocument>, report: Report): Promise<ReportInsert> {
  const sameId = await model.findById(report.reportId, { _id: 1 }).lean<Pick<ReportDocument, '_id'>>();
  return sameId === null ? 'numberTaken' : 'reportExists';
}

function toReportDocument({ reportId, candidate, ...report }: Report): ReportDocument {
  return {
    ...report,
    _id: reportId,
    candidateCaseId: candidate.caseId,
    candidateNumber: candidate.number,
    placement: report.placedCaseId === null ? 'pending' : 'placed',
    ...(report.knowingly === true && { knowinglyOn: `${report.deskId}/${report.receivedAt.slice(0, 10)}` }),
  };
}

function toReport(document: ReportDocument | null): Report | null;
function toReport(document: ReportDocument): Report;
function toReport(document: ReportDocument | null): Report | null {
  if (document === null) return null;
  const { _id, candidateCaseId, candidateNumber, placement: _placement, knowinglyOn: _on, ...report } = document;
  return { reportId: _id, candidate: { caseId: candidateCaseId, number: candidateNumber }, ...report };
}
