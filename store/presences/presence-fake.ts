import { fakeExpiring } from '../kernel/expiring-fake.ts';
import { FakeTable } from '../kernel/fake-table.ts';
import { presenceIdOf, type Presence, type PresenceRepository } from './presence-repository.ts';

export function fakePresences(): PresenceRepository {
  const table = new FakeTable<Presence>();
  return {
    ...fakeExpiring<Presence>(table, { idOf: presenceIdOf, writtenAt: ({ seenAt }) => seenAt }),
    async see(presence) {
      table.put(presenceIdOf(presence), presence);
    },
    async ofCase(caseId) {
      const found = table.where((presence) => presence.caseId === caseId);
      return found.sort((a, b) => a.userId.localeCompare(b.userId));
    },
    async ofUser(userId) {
      return table
        .where((presence) => presence.userId === userId)
        .sort((a, b) => (presenceIdOf(a) < presenceIdOf(b) ? -1 : 1));
    },
  };
}
