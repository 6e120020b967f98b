import { Paper, SimpleGrid, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUser } from '../session/session.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { Loading } from '../shared/loading-state.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { useInbox } from './case-list/inbox-query.ts';
import { useOfficeServers, type OfficeServer } from './servers/office-servers.ts';
import { ServerCard } from './servers/server-card.tsx';

/** The servers of all offices: those of one's own cases first, the others by office, those in use first. */
export default function ServersPage() {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useOfficeServers();
  const { id } = useUser();
  const mine = new Set(useInbox(id).data?.map(({ office }) => office.id));
  const load = ({ queue, sessions }: OfficeServer) => queue.length + sessions.length;
  const isOwn = ({ officeId, queue, sessions }: OfficeServer) =>
    mine.has(officeId) || [...queue, ...sessions].some(({ agent }) => agent.id === id);
  const servers = data?.toSorted(
    (one, other) =>
      load(other) - load(one) || one.officeId.localeCompare(other.officeId) || one.name.localeCompare(other.name),
  );
  const own = servers?.filter(isOwn) ?? [];
  const others = servers?.filter((server) => !isOwn(server)) ?? [];
  return (
    <Page title={t('servers.title')}>
      <ProblemAlert error={error} retry={() => void refetch()} />
      {isPending && <Loading />}
      {servers?.length === 0 && (
        <Paper withBorder p="lg">
          <EmptyState title={t('servers.empty.title')} text={t('servers.empty.text')} />
        </Paper>
      )}
      {own.length > 0 && (
        <>
          <Title order={2}>{t('servers.own')}</Title>
          <ServerCards servers={own} />
        </>
      )}
      {own.length > 0 && others.length > 0 && <Title order={2}>{t('servers.others')}</Title>}
      <ServerCards servers={others} />
    </Page>
  );
}

function ServerCards({ servers }: { servers: OfficeServer[] }) {
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      {servers.map((server) => (
        <ServerCard key={server.id} server={server} />
      ))}
    </SimpleGrid>
  );
}
