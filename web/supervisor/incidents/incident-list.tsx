import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFilterChoices } from '../../agent/cases/filter-choices.ts';
import caseList from '../../agent/case-list/case-list.module.css';
import { EmptyState } from '../../shared/empty-state.tsx';
import { Loading } from '../../shared/loading-state.tsx';
import { Moment } from '../../shared/moment.tsx';
import { Page } from '../../shared/page.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { useOpening } from '../board/use-opening.ts';
import { IncidentForm } from './incident-form.tsx';
import { useIncidents, type Incident } from './incident-queries.ts';
import classes from './incidents.module.css';

/** One cause behind many cases: what is going on, and what is over. */
export function IncidentList() {
  const { t } = useTranslation();
  const opening = useOpening();
  return (
    <Page
      title={t('place.incidents')}
      aside={
        <Button leftSection={<IconPlus size={17} aria-hidden />} aria-haspopup="dialog" onClick={opening.open}>
          {t('incident.form.button')}
        </Button>
      }
    >
      <Incidents status="open" />
      <Incidents status="resolved" />
      <IncidentForm key={opening.times} opened={opening.opened} onClose={opening.close} />
    </Page>
  );
}

function Incidents({ status }: { status: Incident['status'] }) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useIncidents(status);
  // What is over is worth a heading only when there is something.
  if (status === 'resolved' && !data?.length && !error) return null;
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={`incidents-${status}`}>
      <Stack gap="xs">
        <Title order={2} id={`incidents-${status}`}>
          {t(`incident.list.${status}`)}
        </Title>
        <ProblemAlert error={error} retry={() => void refetch()} />
        {isPending && <Loading />}
        {data?.length === 0 && <EmptyState title={t('incident.empty.title')} text={t('incident.empty.text')} />}
        {data && data.length > 0 && (
          <ul className={classes.list}>
            {data.map((incident) => (
              <IncidentRow key={incident.id} incident={incident} />
            ))}
          </ul>
        )}
      </Stack>
    </Paper>
  );
}

function IncidentRow({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const { systems } = useFilterChoices();
  const { caseCount, id, notice, openedAt, overdue, resolvedAt, status, systemId, title } = incident;
  const at = status === 'open' ? openedAt : resolvedAt;
  const facts = [
    systems.find((system) => system.id === systemId)?.name ?? systemId,
    t('agentCase.incident.cases', { count: caseCount }),
    status === 'open' && t(notice ? 'incident.list.withNotice' : 'incident.list.withoutNotice'),
    overdue && t('incident.overdue'),
  ];
  return (
    <li className={classes.row}>
      <div>
        <Link href={`/incidents/${id}`} className={caseList.title}>
          {title}
        </Link>
        <Text size="sm" c="dimmed">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </div>
      {at && (
        <Text size="sm" c="dimmed">
          <Moment at={at} />
        </Text>
      )}
    </li>
  );
}
