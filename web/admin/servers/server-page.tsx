import { Loading } from '../../shared/loading-state.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { newItem } from '../sections.ts';
import { useServers, useServerVersion } from '../setup-queries.ts';
import { ItemPage } from '../shared/item-page.tsx';
import { ServerForm } from './server-form.tsx';

export function ServerPage({ id }: { id: string }) {
  const version = useServerVersion(id === newItem ? null : id);
  return (
    <ItemPage section="servers" id={id} query={useServers()} titleOf={({ name }) => name}>
      {(server) => {
        if (server === null) return <ServerForm server={null} version={0} />;
        if (version.data !== undefined) return <ServerForm server={server} version={version.data} />;
        return version.isPending ? (
          <Loading />
        ) : (
          <ProblemAlert error={version.error} retry={() => void version.refetch()} />
        );
      }}
    </ItemPage>
  );
}
