import { FakeTable } from '../kernel/fake-table.ts';
import { byTitle } from './reply-order.ts';
import type { SavedReply, SavedReplyRepository } from './saved-reply-repository.ts';

export function fakeSavedReplies(): SavedReplyRepository {
  const table = new FakeTable<SavedReply>();
  return {
    async record(reply) {
      const kept = table.get(reply.savedReplyId);
      if (kept !== null && kept.version >= reply.version) return false;
      table.put(reply.savedReplyId, reply);
      return true;
    },
    async find(savedReplyId) {
      return table.get(savedReplyId);
    },
    async ofDesk(deskId) {
      return table.where((reply) => reply.deskId === deskId).sort(byTitle);
    },
    async remove(savedReplyId) {
      table.remove(savedReplyId);
    },
  };
}
