import { trusted, type Connection, type QueryFilter } from 'mongoose';
import { findMany } from '../kernel/find-many.ts';
import { insertOnce } from '../kernel/insert-once.ts';
import { toDocument, toRow } from '../kernel/stored-document.ts';
import { messageModel, type MessageDocument } from './message-model.ts';
import {
  conversationKinds,
  type ConversationQuery,
  type Message,
  type MessageRepository,
} from './message-repository.ts';

const rowOf = (document: MessageDocument) => toRow<Message, 'messageId'>('messageId', document);

export function mongoMessages(connection: Connection): MessageRepository {
  const model = messageModel(connection);
  return {
    async insert(message) {
      return insertOnce(model, toDocument('messageId', message));
    },
    async findMany(messageIds) {
      const found = await findMany(model, messageIds);
      return found.map(rowOf);
    },
    async conversation(query) {
      const found = await model
        .find(conversationFilter(query))
        .sort({ at: 1, _id: 1 })
        .limit(query.limit)
        .lean<MessageDocument[]>();
      return found.map(rowOf);
    },
    async ofAuthor(authorId) {
      return (await model.find({ authorId }).sort({ at: 1, _id: 1 }).lean<MessageDocument[]>()).map(rowOf);
    },
    async blank({ messageId, words }) {
      await model.updateOne({ _id: messageId }, { $set: { text: words } });
    },
    async settle({ messageId, delivery }) {
      await model.updateOne({ _id: messageId, delivery: trusted({ $ne: 'delivered' }) }, { $set: { delivery } });
    },
    async pending({ before, limit }) {
      const found = await model
        .find({ delivery: 'pending', at: trusted({ $lt: before }) })
        .sort({ at: 1, _id: 1 })
        .limit(limit)
        .lean<MessageDocument[]>();
      return found.map(rowOf);
    },
  };
}

/** The case first: that is the equality which leaves few documents. */
function conversationFilter({ caseId, submitterId, after }: ConversationQuery): QueryFilter<MessageDocument> {
  const kinds = submitterId === null ? conversationKinds : conversationKinds.filter((kind) => kind !== 'note');
  const readable = { $or: [{ authorRole: trusted({ $ne: 'submitter' }) }, { authorId: submitterId }] };
  const later = after && {
    $or: [{ at: trusted({ $gt: after.at }) }, { at: after.at, _id: trusted({ $gt: after.messageId }) }],
  };
  const further = [...(submitterId === null ? [] : [readable]), ...(later ? [later] : [])];
  return {
    caseId,
    kind: trusted({ $in: [...kinds] }),
    delivery: trusted({ $ne: 'refused' }),
    ...(further.length === 0 ? {} : { $and: further }),
  } as QueryFilter<MessageDocument>;
}
