import { Badge, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Incident } from '../incidents/incident-queries.ts';
import classes from './board.module.css';

/** Incidents that are not over yet, those that take too long first. */
export function IncidentAlerts({ incidents }: { incidents: readonly Incident[] }) {
  const { t } = useTranslation();
  if (incidents.length === 0) return null;
  return (
    <Paper withBorder component="ul" className={classes.incidents} aria-label={t('board.attention.incidentList')}>
      {incidents
        .toSorted((one, other) => Number(other.overdue) - Number(one.overdue))
        .map(({ caseCount, id, overdue, title }) => (
          <li key={id}>
            <Link href={`/incidents/${id}`} className={classes.incident}>
              <Text span fw={600}>
                {title}
              </Text>
              <Text span size="sm" c="dimmed">
                {t('incident.cases.title', { count: caseCount })}
              </Text>
              {overdue && (
                <Badge color="red" variant="light" tt="none" c="var(--mantine-color-text)">
                  {t('incident.overdue')}
                </Badge>
              )}
            </Link>
          </li>
        ))}
    </Paper>
  );
}
