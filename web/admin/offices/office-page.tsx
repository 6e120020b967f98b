import { ItemPage } from '../shared/item-page.tsx';
import { useOffices } from '../setup-queries.ts';
import { OfficeForm } from './office-form.tsx';

export function OfficePage({ id }: { id: string }) {
  return (
    <ItemPage section="offices" id={id} query={useOffices()} titleOf={({ name }) => name}>
      {(office) => <OfficeForm office={office} />}
    </ItemPage>
  );
}
