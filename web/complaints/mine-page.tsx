import { Button, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { answer, api, type Complaint } from '../api/client.ts';
import { keys } from '../api/query-keys.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { Loading } from '../shared/loading-state.tsx';
import { MoreButton } from '../shared/more-button.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { byPhase } from './case-phase.ts';
import { MyCaseCard } from './my-case-card.tsx';

const limit = 50;

function useMyComplaints() {
  return useInfiniteQuery({
    queryKey: [...keys.complaints, 'mine'],
    queryFn: ({ pageParam: cursor }) =>
      answer(api.GET('/v1/complaints', { params: { query: { limit, ...(cursor ? { cursor } : {}) } } })),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** What one has sent, and how it stands. */
export default function MinePage() {
  const { t } = useTranslation();
  const list = useMyComplaints();
  const { data, error, refetch } = list;
  const complaints = data?.pages.flatMap(({ items }) => items);
  const { open, done } = byPhase(complaints ?? []);
  return (
    <Page
      title={t('place.mine')}
      aside={
        <Button component={Link} href="/send" variant={complaints?.length === 0 ? 'default' : 'filled'}>
          {t('place.send')}
        </Button>
      }
    >
      <ProblemAlert error={error} retry={() => void refetch()} />
      {!complaints && !error && <Loading lines={6} />}
      {complaints?.length === 0 && (
        <EmptyState title={t('mine.empty.title')} text={t('mine.empty.text')}>
          <Button component={Link} href="/send">
            {t('mine.empty.send')}
          </Button>
        </EmptyState>
      )}
      <CaseGroup title={t('mine.open')} complaints={open} />
      <CaseGroup title={t('mine.done')} complaints={done} />
      <MoreButton list={list} label={t('app.more')} />
    </Page>
  );
}

function CaseGroup({ title, complaints }: { title: string; complaints: readonly Complaint[] }) {
  const id = useId();
  if (complaints.length === 0) return null;
  return (
    <Stack component="section" gap="sm" aria-labelledby={id}>
      <Title order={2} id={id}>
        {title}{' '}
        <Text span c="dimmed" size="md" fw={400}>
          {complaints.length}
        </Text>
      </Title>
      <ul className="case-list">
        {complaints.map((complaint) => (
          <MyCaseCard key={complaint.id} complaint={complaint} />
        ))}
      </ul>
    </Stack>
  );
}
