import { Badge, Button, Checkbox, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconChevronRight, IconPlus, IconSearch } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { EmptyState } from '../../shared/empty-state.tsx';
import { Loading } from '../../shared/loading-state.tsx';
import { Page } from '../../shared/page.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import classes from '../admin.module.css';
import { newItem, pathOf, type ListSection } from '../sections.ts';
import { matching, type ListItem } from './list-search.ts';

const shownAtOnce = 100;

interface SetupListProps<Row> {
  section: ListSection;
  query: UseQueryResult<Row[]>;
  itemOf: (row: Row) => ListItem;
  /** More by which one narrows the list down, and what is left then. */
  filter?: ReactNode;
  only?: (row: Row) => boolean;
}

/** Everything of one kind: found by typing, each with the way to its form. */
export function SetupList<Row>({ section, query, itemOf, filter, only }: SetupListProps<Row>) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [withInactive, setWithInactive] = useState(false);
  const [most, setMost] = useState(shownAtOnce);
  const all = query.data?.filter((row) => only?.(row) ?? true).map(itemOf);
  const hasInactive = all?.some(({ active }) => !active) === true;
  const isNothing = query.data?.length === 0;
  const found = all && matching(all, { words, withInactive });
  return (
    <Page
      title={t(`admin.section.${section}`)}
      aside={
        <Button component={Link} href={pathOf(section, newItem)} leftSection={<IconPlus size={16} aria-hidden />}>
          {t(`admin.${section}.add`)}
        </Button>
      }
    >
      <Stack gap="md">
        {!isNothing && (
          <Group gap="md" align="flex-end">
            <TextInput
              type="search"
              className={classes.search}
              label={t('admin.search')}
              leftSection={<IconSearch size={16} aria-hidden />}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            {filter}
            {hasInactive && (
              <Checkbox
                size="md"
                mb={8}
                label={t('admin.withInactive')}
                checked={withInactive}
                onChange={(event) => setWithInactive(event.currentTarget.checked)}
              />
            )}
          </Group>
        )}
        {query.isPending && <Loading />}
        <ProblemAlert error={query.error} retry={() => void query.refetch()} />
        {found && found.length > 0 && (
          <Paper withBorder component="ul" className={classes.list} aria-label={t(`admin.section.${section}`)}>
            {found.slice(0, most).map((item) => (
              <li key={item.id}>
                <Link href={pathOf(section, item.id)} className={classes.row}>
                  <span className={classes.rowText}>
                    <Text span fw={600}>
                      {item.name}
                    </Text>
                    <Text span size="sm" c="dimmed">
                      {item.facts.filter(Boolean).join(' · ')}
                    </Text>
                  </span>
                  {!item.active && (
                    <Badge color="gray" variant="light" tt="none" c="var(--mantine-color-text)">
                      {t('admin.inactive')}
                    </Badge>
                  )}
                  <IconChevronRight size={18} aria-hidden className={classes.rowArrow} />
                </Link>
              </li>
            ))}
          </Paper>
        )}
        <Text role="status" size="sm" c="dimmed">
          {found && found.length > 0 ? t('admin.found', { count: found.length }) : ''}
        </Text>
        {found && found.length > most && (
          <Button variant="default" w="fit-content" onClick={() => setMost(most + shownAtOnce)}>
            {t('admin.more')}
          </Button>
        )}
        {found?.length === 0 && (
          <Paper withBorder>
            <EmptyState
              title={t(isNothing ? `admin.${section}.empty` : 'admin.noMatch.title')}
              text={t(isNothing ? `admin.${section}.emptyText` : 'admin.noMatch.text')}
            />
          </Paper>
        )}
      </Stack>
    </Page>
  );
}
