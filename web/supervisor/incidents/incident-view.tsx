import { Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFilterChoices } from '../../agent/cases/filter-choices.ts';
import { Moment } from '../../shared/moment.tsx';
import { Page } from '../../shared/page.tsx';
import { useOpening } from '../board/use-opening.ts';
import { IncidentCases } from './incident-cases.tsx';
import { IncidentForm } from './incident-form.tsx';
import { useLinkedCases, type Incident } from './incident-queries.ts';
import classes from './incidents.module.css';
import { ResolveIncident } from './resolve-incident.tsx';

/** One incident: what people read about it, which cases wait with it, and its end. */
export function IncidentView({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const { systems } = useFilterChoices();
  const cases = useLinkedCases(incident);
  const changing = useOpening();
  const resolving = useOpening();
  const { notice, openedAt, openedBy, overdue, resolution, resolvedAt, status, systemId, title } = incident;
  const isOpen = status === 'open';
  return (
    <Page title={title} aside={isOpen && <Button onClick={resolving.open}>{t('incident.resolve.button')}</Button>}>
      <Group gap="sm">
        <Badge color={isOpen ? 'orange' : 'green'} variant="light" tt="none" c="var(--mantine-color-text)">
          {t(`incident.status.${status}`)}
        </Badge>
        {overdue && (
          <Badge color="red" variant="light" tt="none" c="var(--mantine-color-text)">
            {t('incident.overdue')}
          </Badge>
        )}
        <Text>{systems.find(({ id }) => id === systemId)?.name ?? systemId}</Text>
        {openedAt && (
          <Text c="dimmed">
            {t('incident.openedBy', { name: openedBy?.name ?? '' })} <Moment at={openedAt} />
          </Text>
        )}
        <Anchor component={Link} href="/incidents">
          {t('incident.all')}
        </Anchor>
      </Group>
      {resolution && (
        <Paper withBorder p="lg" component="section" aria-labelledby="incident-resolution">
          <Stack gap="xs">
            <Title order={2} id="incident-resolution">
              {t('incident.resolution')}
            </Title>
            <Text className={classes.said}>{resolution}</Text>
            {resolvedAt && (
              <Text size="sm" c="dimmed">
                <Moment at={resolvedAt} />
              </Text>
            )}
          </Stack>
        </Paper>
      )}
      <Paper withBorder p="lg" component="section" aria-labelledby="incident-notice">
        <Stack gap="xs">
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <Title order={2} id="incident-notice">
              {t('incident.notice.title')}
            </Title>
            {isOpen && (
              <Button variant="default" onClick={changing.open}>
                {t('incident.notice.change')}
              </Button>
            )}
          </Group>
          <Text className={classes.said} c={notice ? undefined : 'dimmed'}>
            {notice ?? t('incident.notice.none')}
          </Text>
        </Stack>
      </Paper>
      <IncidentCases incident={incident} cases={cases} />
      <IncidentForm
        key={`change-${changing.times}`}
        incident={incident}
        opened={changing.opened}
        onClose={changing.close}
      />
      <ResolveIncident
        key={`resolve-${resolving.times}`}
        incident={incident}
        cases={cases}
        opened={resolving.opened}
        onClose={resolving.close}
      />
    </Page>
  );
}
