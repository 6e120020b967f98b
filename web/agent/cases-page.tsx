import { Button, Paper, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { useUser } from '../session/session.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { Loading } from '../shared/loading-state.tsx';
import { MoreButton } from '../shared/more-button.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { CaseList } from './case-list/case-list.tsx';
import { CaseRow } from './case-list/case-row.tsx';
import { CaseFilterForm } from './cases/case-filter-form.tsx';
import { filtersOf, queryOf, type CaseFilters } from './cases/case-filters.ts';
import { useCases } from './cases/cases-query.ts';

/** All cases of the desk. What one looks for stands in the address, so that it can be kept and passed on. */
export default function CasesPage() {
  const { t } = useTranslation();
  const { role } = useUser();
  const [address, setAddress] = useSearchParams();
  const filters = filtersOf(address);
  const list = useCases(filters);
  const { data, error, isPending, refetch } = list;
  const cases = data?.pages.flatMap(({ items }) => items);
  const change = (name: keyof CaseFilters, value: string) =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        if (value.trim()) next.set(name, value.trim());
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const exportLink = `/v1/exports/cases?${new URLSearchParams(queryOf(filters)).toString()}`;
  return (
    <Page
      title={t('place.cases')}
      aside={
        role === 'supervisor' && (
          <Button
            component="a"
            href={exportLink}
            download
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('cases.export')}
          </Button>
        )
      }
    >
      <CaseFilterForm filters={filters} change={change} clear={() => setAddress({})} />
      <ProblemAlert error={error} retry={() => void refetch()} />
      {isPending && <Loading />}
      <section aria-label={t('cases.list')}>
        <Text c="dimmed" mb="sm" role="status">
          {cases &&
            (list.hasNextPage
              ? t('cases.shownMore', { count: cases.length })
              : t('cases.shown', { count: cases.length }))}
        </Text>
        {cases?.length === 0 && (
          <Paper withBorder p="lg">
            <EmptyState title={t('cases.empty.title')} text={t('cases.empty.text')} />
          </Paper>
        )}
        <CaseList>
          {cases?.map((complaint) => (
            <CaseRow key={complaint.id} complaint={complaint} withAgent />
          ))}
        </CaseList>
        <MoreButton list={list} label={t('cases.more')} mt="md" />
      </section>
    </Page>
  );
}
