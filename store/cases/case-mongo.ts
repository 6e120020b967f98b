import type { Connection } from 'mongoose';
import type { CaseView } from '../../workflows/complaint/complaint-types.ts';
import { writeIfNewer } from '../kernel/newer-version.ts';
import { toDocument, toRow } from '../kernel/stored-document.ts';
import { caseLookupFields } from './case-lookup-fields.ts';
import { caseModel, type CaseDocument } from './case-model.ts';
import { pageOf } from './case-page.ts';
import { caseQuery } from './case-query.ts';
import type { CaseRepository } from './case-repository.ts';

export function mongoCases(connection: Connection): CaseRepository {
  const model = caseModel(connection);
  return {
    async record(view) {
      return writeIfNewer(model, { ...toDocument('caseId', view), ...caseLookupFields(view) });
    },
    async find(idOrNumber) {
      // Two look-ups: an `$or` is not served by an index on the fallback store.
      const byId = await model.findById(idOrNumber).lean<CaseDocument>();
      const found = byId ?? (await model.findOne({ number: idOrNumber.toUpperCase() }).lean<CaseDocument>());
      return found === null ? null : toView(found);
    },
    async list(filter, { limit, after }) {
      const found = await model
        .find(caseQuery(filter, after))
        .sort({ createdAt: -1, _id: -1 })
        .limit(limit + 1)
        .lean<CaseDocument[]>();
      return pageOf(found.map(toView), limit);
    },
  };
}

function toView(document: CaseDocument): CaseView {
  const { receivedOn: _receivedOn, openAgentId: _openAgentId, searchText: _searchText, ...view } = document;
  return toRow<CaseView, 'caseId'>('caseId', view);
}
