import type { Connection } from 'mongoose';
import type { RotationHead, RotationState, RotationView } from '../../workflows/rotation/rotation-types.ts';
import { writeIfNewer } from '../kernel/newer-version.ts';
import { rotationKey } from '../kernel/rotation-key.ts';
import { readModelVersions } from '../kernel/schema-version.ts';
import { rotationModel, type RotationDocument } from './rotation-model.ts';
import type { RotationRepository } from './rotation-repository.ts';
import { withHead, withoutLists } from './rotation-lists.ts';

export function mongoRotations(connection: Connection): RotationRepository {
  const model = rotationModel(connection);
  return {
    async record(view) {
      const own = { _id: rotationKey(view), schemaVersion: readModelVersions.rotations };
      // A head's document is not whole: what it does not name stays.
      return writeIfNewer(model, { ...fieldsOf(view), ...own } as RotationDocument);
    },
    async find(key) {
      const found = await model.findById(rotationKey(key)).lean<RotationDocument>();
      return found === null ? null : toView(found);
    },
  };
}

function fieldsOf(view: RotationView | RotationHead) {
  if (!('head' in view)) return { ...view, state: JSON.stringify(view.state), head: null };
  const { head, waitingCount: _count, ...summary } = view;
  return { ...summary, head: JSON.stringify(head) };
}

function toView({
  _id,
  head: headText,
  schemaVersion: _form,
  state: stateText,
  ...view
}: RotationDocument): RotationView {
  const head = headText ? (JSON.parse(headText) as RotationHead['head']) : null;
  const state = stateText ? (JSON.parse(stateText) as RotationState) : null;
  if (head === null) return { ...view, state: state as RotationState };
  return withHead({ ...view, waiting: view.waiting ?? [], state: state ?? withoutLists(head) }, head);
}
