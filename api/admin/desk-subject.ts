import type { Desk } from '../../store/desks/desk-repository.ts';
import type { Store } from '../../store/store.ts';
import type { Subject } from './revision.ts';

export function deskSubject({ desks }: Store): Subject<Desk> {
  return {
    kind: 'desk',
    idOf: ({ deskId }) => deskId,
    find: (id) => desks.find(id),
    insert: (row) => desks.insert(row),
    record: (row) => desks.record(row),
    // A desk's rotations run for ever, so that it is never deleted: nothing serves this.
    remove: () => Promise.resolve(),
    snapshot: ({ name, settings }) => ({ name, settings }),
  };
}
