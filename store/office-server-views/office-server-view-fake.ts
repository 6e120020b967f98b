import type { OfficeServerView } from '../../workflows/office-server/office-server-types.ts';
import { FakeTable } from '../kernel/fake-table.ts';
import type { OfficeServerViewRepository } from './office-server-view-repository.ts';

export function fakeOfficeServerViews(): OfficeServerViewRepository {
  const table = new FakeTable<OfficeServerView>();
  return {
    async record(view) {
      const recorded = table.get(view.serverId);
      if (recorded !== null && recorded.version >= view.version) return false;
      table.put(view.serverId, view);
      return true;
    },
    async find(serverId) {
      return table.get(serverId);
    },
  };
}
