import { Paper, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../shared/empty-state.tsx';
import { Loading } from '../shared/loading-state.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { useOfficeServers } from './servers/office-servers.ts';
import { ServerCard } from './servers/server-card.tsx';

/** The servers of all offices; those that are used stand first. */
export default function ServersPage() {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useOfficeServers();
  const load = ({ queue, sessions }: { queue: unknown[]; sessions: unknown[] }) => queue.length + sessions.length;
  const servers = data?.toSorted((one, other) => load(other) - load(one) || one.name.localeCompare(other.name));
  return (
    <Page title={t('servers.title')}>
      <ProblemAlert error={error} retry={() => void refetch()} />
      {isPending && <Loading />}
      {servers?.length === 0 && (
        <Paper withBorder p="lg">
          <EmptyState title={t('servers.empty.title')} text={t('servers.empty.text')} />
        </Paper>
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {servers?.map((server) => (
          <ServerCard key={server.id} server={server} />
        ))}
      </SimpleGrid>
    </Page>
  );
}
