import type { Connection } from 'mongoose';
import { writeIfNewer } from '../kernel/newer-version.ts';
import { toDocument, toRow } from '../kernel/stored-document.ts';
import { byTitle } from './reply-order.ts';
import { savedReplyModel, type SavedReplyDocument } from './saved-reply-model.ts';
import type { SavedReply, SavedReplyRepository } from './saved-reply-repository.ts';

const rowOf = (document: SavedReplyDocument) => toRow<SavedReply, 'savedReplyId'>('savedReplyId', document);

export function mongoSavedReplies(connection: Connection): SavedReplyRepository {
  const model = savedReplyModel(connection);
  return {
    async record(reply) {
      return writeIfNewer(model, toDocument('savedReplyId', reply));
    },
    async find(savedReplyId) {
      const found = await model.findById(savedReplyId).lean<SavedReplyDocument>();
      return found === null ? null : rowOf(found);
    },
    async ofDesk(deskId) {
      return (await model.find({ deskId }).lean<SavedReplyDocument[]>()).map(rowOf).sort(byTitle);
    },
    async remove(savedReplyId) {
      await model.deleteOne({ _id: savedReplyId });
    },
  };
}
