import { Anchor, Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { EmptyState } from '../../shared/empty-state.tsx';
import { Loading } from '../../shared/loading-state.tsx';
import { Page } from '../../shared/page.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import classes from '../admin.module.css';
import { newItem, pathOf, type ListSection } from '../sections.ts';

interface ItemPageProps<Row> {
  section: ListSection;
  id: string;
  query: UseQueryResult<Row[]>;
  titleOf: (row: Row) => string;
  /** Beneath the title; usually by what it is named for good. */
  subtitleOf?: (row: Row) => string;
  /** `row` is null for something new. */
  children: (row: Row | null) => ReactNode;
}

/** One of a list, or a new one, with the way back. */
export function ItemPage<Row extends { id: string }>({
  section,
  id,
  query,
  titleOf,
  subtitleOf,
  children,
}: ItemPageProps<Row>) {
  const { t } = useTranslation();
  const row = id === newItem ? null : query.data?.find((each) => each.id === id);
  const back = (
    <Anchor component={Link} href={pathOf(section)} className={classes.back}>
      <IconArrowLeft size={16} aria-hidden />
      {t(`admin.all.${section}`)}
    </Anchor>
  );
  if (row === undefined) {
    return (
      <Stack gap="sm">
        {back}
        {query.isPending && <Loading />}
        <ProblemAlert error={query.error} retry={() => void query.refetch()} />
        {query.data && (
          <Page title={t('admin.gone.title')}>
            <EmptyState title={t('admin.gone.text')} />
          </Page>
        )}
      </Stack>
    );
  }
  return (
    <Stack gap="sm">
      {back}
      <Page title={row === null ? t(`admin.${section}.add`) : titleOf(row)}>
        <Stack gap="lg" maw={760}>
          {row !== null && (
            <Text c="dimmed" size="sm" mt={-12}>
              {subtitleOf?.(row) ?? t('admin.idIs', { id: row.id })}
            </Text>
          )}
          {children(row)}
        </Stack>
      </Page>
    </Stack>
  );
}
