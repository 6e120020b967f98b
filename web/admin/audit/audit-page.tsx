import { Group, NativeSelect, Paper, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { keys } from '../../api/query-keys.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { Loading } from '../../shared/loading-state.tsx';
import { MoreButton } from '../../shared/more-button.tsx';
import { Page } from '../../shared/page.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import classes from '../admin.module.css';
import { usePeople } from '../setup-queries.ts';
import { AuditEntry } from './audit-entry.tsx';
import { auditKinds, type AuditKind } from './audit-kinds.ts';

/** Who changed what, newest first. */
export function AuditPage() {
  const { t } = useTranslation();
  const { data: people = [] } = usePeople();
  const [kind, setKind] = useState<AuditKind | ''>('');
  const [actorId, setActorId] = useState('');
  const log = useInfiniteQuery({
    queryKey: [...keys.setup, 'audit', kind, actorId],
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const filter = { ...(kind && { kind }), ...(actorId && { actorId }), ...(pageParam && { cursor: pageParam }) };
      return answer(api.GET('/v1/audit', { params: { query: { order: 'desc', limit: 30, ...filter } } }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const entries = log.data?.pages.flatMap(({ items }) => items) ?? [];
  const actors = people.filter(({ role }) => role !== 'submitter');
  return (
    <Page title={t('admin.section.audit')}>
      <Stack gap="md">
        <Group gap="md" align="flex-end">
          <NativeSelect
            label={t('admin.audit.what')}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as AuditKind | '')}
            data={[
              { value: '', label: t('admin.audit.everything') },
              ...auditKinds.map((each) => ({ value: each, label: t(`admin.audit.kind.${each}`) })),
            ]}
          />
          <NativeSelect
            label={t('admin.audit.who')}
            value={actorId}
            onChange={(event) => setActorId(event.currentTarget.value)}
            data={[
              { value: '', label: t('admin.audit.everybody') },
              ...actors.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Group>
        {log.isPending && <Loading />}
        <ProblemAlert error={log.error} retry={() => void log.refetch()} />
        {log.data && entries.length === 0 && (
          <EmptyState title={t('admin.audit.empty')} text={t('admin.audit.emptyText')} />
        )}
        {entries.length > 0 && (
          <Paper withBorder px="lg" py="xs">
            <ul className={classes.entries} aria-label={t('admin.section.audit')}>
              {entries.map((entry) => (
                <AuditEntry key={entry.no} entry={entry} />
              ))}
            </ul>
          </Paper>
        )}
        <MoreButton list={log} label={t('admin.older')} />
      </Stack>
    </Page>
  );
}
