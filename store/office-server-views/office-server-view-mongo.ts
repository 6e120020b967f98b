import type { Connection } from 'mongoose';
import type { OfficeServerState } from '../../workflows/office-server/office-server-types.ts';
import { writeIfNewer } from '../kernel/newer-version.ts';
import { readModelVersions } from '../kernel/schema-version.ts';
import { officeServerViewModel, type OfficeServerViewDocument } from './office-server-view-model.ts';
import type { OfficeServerViewRepository } from './office-server-view-repository.ts';

export function mongoOfficeServerViews(connection: Connection): OfficeServerViewRepository {
  const model = officeServerViewModel(connection);
  return {
    async record({ serverId, state, ...view }) {
      const schemaVersion = readModelVersions.officeServerViews;
      return writeIfNewer(model, { ...view, _id: serverId, state: JSON.stringify(state), schemaVersion });
    },
    async find(serverId) {
      const found = await model.findById(serverId).lean<OfficeServerViewDocument>();
      if (found === null) return null;
      const { _id, schemaVersion: _form, state, ...view } = found;
      return { ...view, serverId: _id, state: JSON.parse(state) as OfficeServerState };
    },
  };
}
