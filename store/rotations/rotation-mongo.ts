import type { Connection } from 'mongoose';
import type { RotationState, RotationView } from '../../workflows/rotation/rotation-types.ts';
import { writeIfNewer } from '../kernel/newer-version.ts';
import { rotationKey } from '../kernel/rotation-key.ts';
import { readModelVersions } from '../kernel/schema-version.ts';
import { rotationModel, type RotationDocument } from './rotation-model.ts';
import type { RotationRepository } from './rotation-repository.ts';

export function mongoRotations(connection: Connection): RotationRepository {
  const model = rotationModel(connection);
  return {
    async record(view) {
      const schemaVersion = readModelVersions.rotations;
      return writeIfNewer(model, { ...view, _id: rotationKey(view), state: JSON.stringify(view.state), schemaVersion });
    },
    async find(key) {
      const found = await model.findById(rotationKey(key)).lean<RotationDocument>();
      return found === null ? null : toView(found);
    },
  };
}

function toView({ _id, schemaVersion: _form, state, ...view }: RotationDocument): RotationView {
  return { ...view, state: JSON.parse(state) as RotationState };
}
