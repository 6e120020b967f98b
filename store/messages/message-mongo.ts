import type { Connection } from 'mongoose';
import { findMany } from '../kernel/find-many.ts';
import { insertOnce } from '../kernel/insert-once.ts';
import { toDocument, toRow } from '../kernel/stored-document.ts';
import { messageModel } from './message-model.ts';
import type { Message, MessageRepository } from './message-repository.ts';

export function mongoMessages(connection: Connection): MessageRepository {
  const model = messageModel(connection);
  return {
    async insert(message) {
      await insertOnce(model, toDocument('messageId', message));
    },
    async findMany(messageIds) {
      const found = await findMany(model, messageIds);
      return found.map((document) => toRow<Message, 'messageId'>('messageId', document));
    },
  };
}
