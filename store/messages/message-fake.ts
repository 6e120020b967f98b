import { FakeTable } from '../kernel/fake-table.ts';
import type { Message, MessageRepository } from './message-repository.ts';

export function fakeMessages(): MessageRepository {
  const table = new FakeTable<Message>();
  return {
    async insert(message) {
      table.insert(message.messageId, message);
    },
    async findMany(messageIds) {
      return table.getMany(messageIds);
    },
  };
}
