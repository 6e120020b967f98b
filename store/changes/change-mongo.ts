import { trusted, type Connection, type Model } from 'mongoose';
import { insertOnce } from '../kernel/insert-once.ts';
import { changeModel, type ChangeDocument } from './change-model.ts';
import type { Change, ChangeFilter, ChangePage, ChangeRepository } from './change-repository.ts';

export function mongoChanges(connection: Connection): ChangeRepository {
  const model = changeModel(connection);
  /** The last number that this process knows of: spares a look at the end of the list for each change of an import. */
  let known = 0;
  return {
    async append(change) {
      const subject = `${change.kind}/${change.subjectId}`;
      const _id = `${subject}/${change.version}`;
      for (;;) {
        const no = known + 1;
        if (await insertOnce(model, { ...change, _id, subject, no })) {
          known = Math.max(known, no);
          return true;
        }
        // The version or the number was taken; the fallback store does not tell which.
        if ((await model.exists({ _id })) !== null) return false;
        known = Math.max(no, await lastNo(model));
      }
    },
    async latest({ kind, subjectId }) {
      const found = await model
        .findOne({ subject: `${kind}/${subjectId}` })
        .sort({ version: -1 })
        .lean<ChangeDocument>();
      return found === null ? null : toChange(found);
    },
    async list(filter, page) {
      return (await pageOf(model, filter, page)).map(toChange);
    },
  };
}

async function lastNo(model: Model<ChangeDocument>): Promise<number> {
  const last = await model.findOne({}, { no: 1 }).sort({ no: -1 }).lean<Pick<Change, 'no'>>();
  return last?.no ?? 0;
}

function pageOf(
  model: Model<ChangeDocument>,
  { kind, subjectId, actorId }: ChangeFilter,
  { after, limit, newestFirst = false }: ChangePage,
): Promise<ChangeDocument[]> {
  const equal = Object.entries({ kind, subjectId, actorId }).filter(([, value]) => value !== undefined);
  const beyond = after === undefined ? {} : { no: trusted(newestFirst ? { $lt: after } : { $gt: after }) };
  return model
    .find({ ...Object.fromEntries(equal), ...beyond })
    .sort({ no: newestFirst ? -1 : 1 })
    .limit(limit)
    .lean<ChangeDocument[]>();
}

function toChange({ _id, subject: _subject, ...change }: ChangeDocument): Change {
  return change;
}
