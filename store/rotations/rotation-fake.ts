import type { RotationHead, RotationView } from '../../workflows/rotation/rotation-types.ts';
import { FakeTable } from '../kernel/fake-table.ts';
import { rotationKey } from '../kernel/rotation-key.ts';
import { withHead, withoutLists } from './rotation-lists.ts';
import type { RotationRepository } from './rotation-repository.ts';

export function fakeRotations(): RotationRepository {
  const whole = new FakeTable<RotationView>();
  const heads = new FakeTable<RotationHead>();
  return {
    async record(view) {
      const key = rotationKey(view);
      const recorded = heads.get(key) ?? whole.get(key);
      if (recorded !== null && recorded.version >= view.version) return false;
      if ('head' in view) heads.put(key, view);
      else {
        heads.remove(key);
        whole.put(key, view);
      }
      return true;
    },
    async find(key) {
      const view = whole.get(rotationKey(key));
      const newer = heads.get(rotationKey(key));
      if (newer === null) return view;
      const { head, waitingCount: _count, ...summary } = newer;
      return withHead({ waiting: [], state: withoutLists(head), ...view, ...summary }, head);
    },
  };
}
