import { useServers } from '../setup-queries.ts';
import { ItemPage } from '../shared/item-page.tsx';
import { ServerForm } from './server-form.tsx';

export function ServerPage({ id }: { id: string }) {
  return (
    <ItemPage section="servers" id={id} query={useServers()} titleOf={({ name }) => name}>
      {(server) => <ServerForm server={server} />}
    </ItemPage>
  );
}
