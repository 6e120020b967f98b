import { FakeTable } from '../kernel/fake-table.ts';
import { rosterOrder } from './roster-order.ts';
import type { User, UserRepository } from './user-repository.ts';

export function fakeUsers(): UserRepository {
  const table = new FakeTable<User>();
  const byUsername = (username: string) => table.where((user) => user.username === username)[0] ?? null;
  return {
    async insert(user) {
      return byUsername(user.username) === null && table.insert(user.userId, user);
    },
    async find(userId) {
      return table.get(userId);
    },
    async findByUsername(username) {
      return byUsername(username);
    },
    async findMany(userIds) {
      return table.getMany(userIds);
    },
    async agentsOf({ deskId, tier }) {
      const agents = table.where((user) => user.role === 'agent' && user.active);
      return agents.filter((user) => user.deskId === deskId && user.tier === tier).sort(rosterOrder);
    },
    async list() {
      return table.where().sort((one, other) => (one.userId < other.userId ? -1 : 1));
    },
    async record(profile) {
      const recorded = table.get(profile.userId);
      if (recorded === null || (recorded.version ?? 1) >= (profile.version ?? 1)) return false;
      table.put(profile.userId, { ...recorded, ...profile });
      return true;
    },
    async recordPassword({ userId, ...password }) {
      const recorded = table.get(userId);
      if (recorded !== null) table.put(userId, { ...recorded, ...password });
      return recorded !== null;
    },
    async clearSecrets(userId) {
      const user = table.get(userId);
      if (user === null) return;
      const { language: _language, mailChoices: _mailChoices, ...rest } = user;
      table.put(userId, { ...rest, passwordHash: '', oneTimePassword: false });
    },
    async remove(userId) {
      table.remove(userId);
    },
    async supervisorsOf(deskId) {
      const supervisors = table.where((user) => user.role === 'supervisor' && user.active && user.deskId === deskId);
      return supervisors.sort((one, other) => (one.userId < other.userId ? -1 : 1));
    },
    async saveMailChoices(userId, choices) {
      const user = table.get(userId);
      if (user) table.put(userId, { ...user, ...choices });
    },
  };
}
