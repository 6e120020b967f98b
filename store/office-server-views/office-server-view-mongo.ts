import type { Connection } from 'mongoose';
import type { OfficeServerState } from '../../workflows/office-server/office-server-types.ts';
import { writeIfNewer } from '../kernel/newer-version.ts';
import { officeServerViewModel, type OfficeServerViewDocument } from './office-server-view-model.ts';
import type { OfficeServerViewRepository } from './office-server-view-repository.ts';

export function mongoOfficeServerViews(connection: Connection): OfficeServerViewRepository {
  const model = officeServerViewModel(connection);
  return {
    async record({ serverId, state, ...view }) {
      return writeIfNewer(model, { ...view, _id: serverId, state: JSON.stringify(state) });
    },
    async find(serverId) {
      const found = await model.findById(serverId).lean<OfficeServerViewDocument>();
      if (found === null) return null;
      const { _id, state, ...view } = found;
      return { ...view, serverId: _id, state: JSON.parse(state) as OfficeServerState };
    },
  };
}
