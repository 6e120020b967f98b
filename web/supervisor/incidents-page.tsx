import { Button, Paper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useIncident } from '../agent/incident/case-incident.ts';
import { isProblem } from '../api/problem.ts';
import type { PageProps } from '../shared/page-props.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { Loading } from '../shared/loading-state.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { IncidentList } from './incidents/incident-list.tsx';
import { IncidentView } from './incidents/incident-view.tsx';

/** All incidents, or one of them. */
export default function IncidentsPage({ params }: PageProps) {
  const id = params['id'];
  return id === undefined ? <IncidentList /> : <OneIncident key={id} id={id} />;
}

function OneIncident({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data: incident, error, refetch } = useIncident(id);
  if (incident) return <IncidentView incident={incident} />;
  return (
    <Page title={t('place.incidents')}>
      {isProblem(error, 'not_found') ? (
        <Paper withBorder p="lg">
          <EmptyState title={t('incident.nowhere.title')} text={t('incident.nowhere.text')}>
            <Button component={Link} href="/incidents" variant="default">
              {t('incident.all')}
            </Button>
          </EmptyState>
        </Paper>
      ) : error ? (
        <ProblemAlert error={error} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}
