import { ItemPage } from '../shared/item-page.tsx';
import { useDesks } from '../setup-queries.ts';
import { DeskForm } from './desk-form.tsx';

export function DeskPage({ id }: { id: string }) {
  return (
    <ItemPage section="desks" id={id} query={useDesks()} titleOf={({ name }) => name}>
      {(desk) => <DeskForm desk={desk} />}
    </ItemPage>
  );
}
