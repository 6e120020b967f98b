import type { Connection, Model } from 'mongoose';
import type { CaseView } from '../../workflows/complaint/complaint-types.ts';
import { insertOnce } from '../kernel/insert-once.ts';
import { writeIfNewer } from '../kernel/newer-version.ts';
import { readModelVersions } from '../kernel/schema-version.ts';
import { toDocument, toRow, type Stored } from '../kernel/stored-document.ts';
import { slotOf } from '../kernel/time-slot.ts';
import { daysToWalk, leavesFew, unsolved } from './case-days.ts';
import { caseLookupFields } from './case-lookup-fields.ts';
import { caseModel, type CaseDocument } from './case-model.ts';
import { caseMonthModel, type CaseMonthDocument } from './case-month-model.ts';
import { pageOf } from './case-page.ts';
import { caseQuery } from './case-query.ts';
import type { CaseFilter, CasePosition, CaseRepository, OpenCase } from './case-repository.ts';

const openFields = { officeId: 1, systemId: 1, agentId: 1, tier: 1, overdue: 1 };

/** @param sortsByIndex whether the store reads a sorted page from an index instead of sorting all that match */
export function mongoCases(connection: Connection, sortsByIndex: () => boolean): CaseRepository {
  const model = caseModel(connection);
  const months = caseMonthModel(connection);
  const recordMonth = monthRecorder(months);
  return {
    async record(view, { isNews = true } = {}) {
      await recordMonth(view.createdAt.slice(0, 7));
      const now = Date.now();
      const feed = isNews ? { recordedAt: new Date(now).toISOString(), slot: slotOf(now) } : {};
      const fields = { ...caseLookupFields(view), ...feed, schemaVersion: readModelVersions.cases };
      return writeIfNewer(model, { ...toDocument('caseId', view), ...fields });
    },
    async find(idOrNumber) {
      // Two look-ups: an `$or` is not served by an index on the fallback store.
      const byId = await model.findById(idOrNumber).lean<CaseDocument>();
      const found = byId ?? (await model.findOne({ number: idOrNumber.toUpperCase() }).lean<CaseDocument>());
      return found === null ? null : toView(found);
    },
    async openOfOffice(officeId) {
      const found = await model.find({ openOfficeId: officeId }).lean<CaseDocument[]>();
      return found.map(toView);
    },
    async openOfDesk(deskId) {
      const found = await Promise.all(
        unsolved.map((status) => model.find({ status, deskId }, openFields).lean<Stored<OpenCase, 'caseId'>[]>()),
      );
      return found.flat().map((document) => toRow<OpenCase, 'caseId'>('caseId', document));
    },
    async list(filter, { limit, after }) {
      const wanted = limit + 1;
      const direct = sortsByIndex() || leavesFew(filter);
      const found = direct
        ? await newest(model, filter, wanted, after)
        : await newestByDay(model, months, filter, wanted, after);
      return pageOf(found.map(toView), limit);
    },
    async recordedIn(slot) {
      const found = await model.find({ slot }).lean<CaseDocument[]>();
      return found.map((document) => ({ view: toView(document), recordedAt: document.recordedAt ?? '' }));
    },
  };
}

/** Inserts each month once for each process. */
function monthRecorder(months: Model<CaseMonthDocument>): (month: string) => Promise<void> {
  const recorded = new Set<string>();
  return async (month) => {
    if (recorded.has(month)) return;
    await insertOnce(months, { _id: month });
    recorded.add(month);
  };
}

async function newest(
  model: Model<CaseDocument>,
  filter: CaseFilter,
  limit: number,
  after: CasePosition | undefined,
): Promise<CaseDocument[]> {
  return model.find(caseQuery(filter, after)).sort({ createdAt: -1, _id: -1 }).limit(limit).lean<CaseDocument[]>();
}

/** The same as `newest`, one day after another: each is an equality that leaves few to sort. */
async function newestByDay(
  model: Model<CaseDocument>,
  months: Model<CaseMonthDocument>,
  filter: CaseFilter,
  limit: number,
  after: CasePosition | undefined,
): Promise<CaseDocument[]> {
  const known = await months.find().lean<CaseMonthDocument[]>();
  const found: CaseDocument[] = [];
  for (const receivedOn of daysToWalk(
    known.map((month) => month._id),
    filter,
    after,
  )) {
    if (found.length >= limit) break;
    found.push(...(await newest(model, { ...filter, receivedOn }, limit - found.length, after)));
  }
  return found;
}

function toView(document: CaseDocument): CaseView {
  const { openAgentId: _agent, openOfficeId: _office, receivedOn: _day, searchText: _text, ...rest } = document;
  const { recordedAt: _recordedAt, schemaVersion: _form, slot: _slot, ...view } = rest;
  return toRow<CaseView, 'caseId'>('caseId', view);
}
