import { FakeTable } from '../kernel/fake-table.ts';
import type { OfficeServer, OfficeServerRepository } from './office-server-repository.ts';

export function fakeOfficeServers(): OfficeServerRepository {
  const table = new FakeTable<OfficeServer>();
  return {
    async insert(server) {
      return table.insert(server.serverId, server);
    },
    async find(serverId) {
      return table.get(serverId);
    },
    async list() {
      return table.where().sort((one, other) => (one.serverId < other.serverId ? -1 : 1));
    },
  };
}
