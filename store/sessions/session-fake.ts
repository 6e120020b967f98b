import { FakeTable } from '../kernel/fake-table.ts';
import { newestFirst } from './sign-in-order.ts';
import type { Session, SessionRepository } from './session-repository.ts';

export function fakeSessions(): SessionRepository {
  const table = new FakeTable<Session>();
  return {
    async insert(session) {
      table.insert(session.tokenHash, session);
    },
    async find(tokenHash) {
      return table.get(tokenHash);
    },
    async ofUser(userId) {
      return table.where((session) => session.userId === userId).sort(newestFirst);
    },
    async touch(tokenHash, lastSeenAt) {
      const session = table.get(tokenHash);
      if (session !== null) table.put(tokenHash, { ...session, lastSeenAt });
    },
    async remove(tokenHash) {
      table.remove(tokenHash);
    },
    async removeOfUser(userId, kept) {
      for (const { tokenHash } of table.where((session) => session.userId === userId))
        if (tokenHash !== kept?.tokenHash) table.remove(tokenHash);
    },
  };
}
