import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Complaint } from '../../api/client.ts';
import { openStatuses } from '../../shared/case-groups.ts';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { useIncident, useIncidentLink, useOpenIncidents } from './case-incident.ts';

/** The incident that the case waits with, or those that it may be part of. Nothing when there is none. */
export function IncidentPanel({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation();
  const { incidentId, status, system, version } = complaint;
  const { data: own } = useIncident(incidentId);
  const { data: open = [] } = useOpenIncidents(system.id);
  const link = useIncidentLink(complaint);
  const mayLink = openStatuses.includes(status);
  const incidents = own ? [own] : mayLink && incidentId === undefined ? open : [];
  if (incidents.length === 0) return null;
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="case-incident">
      <Stack gap="sm">
        <Title order={2} id="case-incident">
          {t(own ? 'agentCase.incident.own' : 'agentCase.incident.maybe')}
        </Title>
        {incidents.map(({ id, title, caseCount, status: incidentStatus }) => (
          <Group key={id} justify="space-between" gap="sm">
            <div>
              <Anchor component={Link} href={`/incidents/${id}`} fw={600}>
                {title}
              </Anchor>
              <Text size="sm" c="dimmed">
                {t('agentCase.incident.cases', { count: caseCount })}
              </Text>
            </div>
            {incidentStatus === 'open' && mayLink && (
              <Button
                variant="default"
                loading={link.isPending}
                aria-label={t(own ? 'agentCase.incident.leaveOf' : 'agentCase.incident.joinOf', { title })}
                onClick={() => link.mutate({ incidentId: id, linked: !own, version })}
              >
                {t(own ? 'agentCase.incident.leave' : 'agentCase.incident.join')}
              </Button>
            )}
          </Group>
        ))}
        <ProblemAlert error={link.error} />
      </Stack>
    </Paper>
  );
}
