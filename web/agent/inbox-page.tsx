import { Paper, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUser } from '../session/session.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { Loading } from '../shared/loading-state.tsx';
import { useNow } from '../shared/now-clock.ts';
import { Page } from '../shared/page.tsx';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { AbsenceNotice } from './availability/absence-notice.tsx';
import { AvailabilityControl } from './availability/availability-control.tsx';
import { CaseList } from './case-list/case-list.tsx';
import { InboxRow } from './case-list/inbox-row.tsx';
import { useInbox } from './case-list/inbox-query.ts';
import { byDue, urgencyOf } from './case-list/next-due.ts';
import { useNewcomers } from './case-list/use-newcomers.ts';

/** An agent's day: their open cases, what is due next on top. */
export default function InboxPage() {
  const { t } = useTranslation();
  const { id } = useUser();
  const now = useNow();
  const { data, error, isPending, refetch } = useInbox(id);
  const newcomers = useNewcomers(data?.map((complaint) => complaint.id));
  const cases = data?.toSorted(byDue(now)) ?? [];
  const late = cases.filter((complaint) => urgencyOf(complaint, now) === 'late').length;
  const latest = cases.filter((complaint) => newcomers.has(complaint.id)).map(({ title }) => title);
  return (
    <Page title={t('place.inbox')} aside={<AvailabilityControl agentId={id} />}>
      <AbsenceNotice agentId={id} />
      <VisuallyHidden role="status">
        {latest.length > 0 && t('inbox.announce', { titles: latest.join(', ') })}
      </VisuallyHidden>
      <ProblemAlert error={error} retry={() => void refetch()} />
      {isPending && <Loading />}
      {data?.length === 0 && (
        <Paper withBorder p="lg">
          <EmptyState title={t('inbox.empty.title')} text={t('inbox.empty.text')} />
        </Paper>
      )}
      {cases.length > 0 && (
        <section aria-label={t('inbox.list')}>
          <Text c="dimmed" mb="sm">
            {t('inbox.count', { count: cases.length })}
            {late > 0 && ` · ${t('inbox.lateCount', { count: late })}`}
          </Text>
          <CaseList>
            {cases.map((complaint) => (
              <InboxRow key={complaint.id} complaint={complaint} isNew={newcomers.has(complaint.id)} />
            ))}
          </CaseList>
        </section>
      )}
    </Page>
  );
}
