import { trusted, type Connection, type Model } from 'mongoose';
import { insertOnce } from '../kernel/insert-once.ts';
import { KeyedQueue } from '../kernel/keyed-queue.ts';
import { chainedChange, changeChainStart, headOf, type ChangeHead } from './change-chain.ts';
import { changeModel, type ChangeDocument } from './change-model.ts';
import type { Change, ChangeDraft, ChangeFilter, ChangePage, ChangeRepository } from './change-repository.ts';

export function mongoChanges(connection: Connection): ChangeRepository {
  const model = changeModel(connection);
  /** The last entry that this process knows of: spares a look at the end of the list for each change of an import. */
  let known = changeChainStart;
  /** Only processes race for a number, not the writers of one. */
  const queue = new KeyedQueue();
  const insertNext = async (change: ChangeDraft): Promise<boolean> => {
    const subject = `${change.kind}/${change.subjectId}`;
    const _id = `${subject}/${change.version}`;
    for (;;) {
      const next = chainedChange(change, known);
      if (await insertOnce(model, { ...next, _id, subject })) {
        known = next;
        return true;
      }
      // The version or the number was taken; the fallback store does not tell which. What has the number is never
      // altered, so whoever gets the next one has built upon it.
      if ((await model.exists({ _id })) !== null) return false;
      known = await lastOf(model);
    }
  };
  return {
    append: (change) => queue.run('chain', () => insertNext(change)),
    async latest({ kind, subjectId }) {
      const found = await model
        .findOne({ subject: `${kind}/${subjectId}` })
        .sort({ version: -1 })
        .lean<ChangeDocument>();
      return found === null ? null : toChange(found);
    },
    async erase({ kind, subjectId, below }) {
      await model.updateMany(
        { subject: `${kind}/${subjectId}`, version: trusted({ $lt: below }) },
        { $set: { before: null, after: null }, $unset: { salt: 1 } },
      );
    },
    async list(filter, page) {
      return (await pageOf(model, filter, page)).map(toChange);
    },
  };
}

async function lastOf(model: Model<ChangeDocument>): Promise<ChangeHead> {
  const last = await model.findOne({}, { no: 1, hash: 1 }).sort({ no: -1 }).lean<Pick<Change, 'no' | 'hash'>>();
  return last === null ? changeChainStart : headOf(last);
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
