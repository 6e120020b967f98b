import type { RotationView } from '../../workflows/rotation/rotation-types.ts';
import { FakeTable } from '../kernel/fake-table.ts';
import { rotationKey } from '../kernel/rotation-key.ts';
import type { RotationRepository } from './rotation-repository.ts';

export function fakeRotations(): RotationRepository {
  const table = new FakeTable<RotationView>();
  return {
    async record(view) {
      const recorded = table.get(rotationKey(view));
      if (recorded !== null && recorded.version >= view.version) return false;
      table.put(rotationKey(view), view);
      return true;
    },
    async find(key) {
      return table.get(rotationKey(key));
    },
  };
}
