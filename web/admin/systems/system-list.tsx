import { useSystems } from '../setup-queries.ts';
import { SetupList } from '../shared/setup-list.tsx';
import { useNames } from '../shared/use-names.ts';

export function SystemList() {
  const names = useNames();
  return (
    <SetupList
      section="systems"
      query={useSystems()}
      itemOf={({ id, name, deskId, active }) => ({ id, name, active, facts: [id, names.desk(deskId)] })}
    />
  );
}
