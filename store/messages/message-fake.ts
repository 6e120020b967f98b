import { FakeTable } from '../kernel/fake-table.ts';
import {
  conversationKinds,
  type ConversationQuery,
  type Message,
  type MessageRepository,
} from './message-repository.ts';

export function fakeMessages(): MessageRepository {
  const table = new FakeTable<Message>();
  return {
    async insert(message) {
      return table.insert(message.messageId, message);
    },
    async findMany(messageIds) {
      return table.getMany(messageIds);
    },
    async conversation(query) {
      const found = table.where((message) => isPartOf(message, query)).sort(byTime);
      const { after, limit } = query;
      return found.filter((message) => after === undefined || byTime(message, after) > 0).slice(0, limit);
    },
    async ofAuthor(authorId) {
      return table.where((message) => message.authorId === authorId).sort(byTime);
    },
    async blank({ messageId, words }) {
      const message = table.get(messageId);
      if (message !== null) table.put(messageId, { ...message, text: words });
    },
    async settle({ messageId, delivery }) {
      const message = table.get(messageId);
      if (message !== null && message.delivery !== 'delivered') table.put(messageId, { ...message, delivery });
    },
    async pending({ before, limit }) {
      const found = table.where((message) => message.delivery === 'pending' && message.at < before);
      return found.sort(byTime).slice(0, limit);
    },
  };
}

function isPartOf(message: Message, { caseId, submitterId }: ConversationQuery): boolean {
  const kinds: readonly string[] = conversationKinds;
  if (message.caseId !== caseId || !kinds.includes(message.kind) || message.delivery === 'refused') return false;
  if (submitterId === null) return true;
  return message.kind !== 'note' && (message.authorRole !== 'submitter' || message.authorId === submitterId);
}

type Placed = Pick<Message, 'at' | 'messageId'>;

function byTime(one: Placed, other: Placed): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  if (one.messageId === other.messageId) return 0;
  return one.messageId < other.messageId ? -1 : 1;
}
