import { ItemPage } from '../shared/item-page.tsx';
import { useSystems } from '../setup-queries.ts';
import { SystemForm } from './system-form.tsx';

export function SystemPage({ id }: { id: string }) {
  return (
    <ItemPage section="systems" id={id} query={useSystems()} titleOf={({ name }) => name}>
      {(system) => <SystemForm system={system} />}
    </ItemPage>
  );
}
