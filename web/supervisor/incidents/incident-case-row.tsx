import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Complaint } from '../../api/client.ts';
import caseList from '../../agent/case-list/case-list.module.css';
import { StatusBadge } from '../../shared/case-status.tsx';
import classes from './incidents.module.css';

interface IncidentCaseRowProps {
  complaint: Complaint;
  /** What one can do with it here; none once the incident is over. */
  action: 'link' | 'unlink' | null;
  isPending: boolean;
  onAction: () => void;
}

/** A case that is in the incident, or may be. */
export function IncidentCaseRow({ complaint, action, isPending, onAction }: IncidentCaseRowProps) {
  const { t } = useTranslation();
  const { agent, number, office, reportCount, status, title } = complaint;
  const facts = [number, office.name, agent?.name ?? t('inbox.nobody'), t('inbox.reports', { count: reportCount })];
  return (
    <li className={classes.row}>
      <div>
        <Group gap="xs">
          <Link href={`/cases/${number}`} className={caseList.title}>
            {title}
          </Link>
          <StatusBadge status={status} />
        </Group>
        <Text size="sm" c="dimmed">
          {facts.join(' · ')}
        </Text>
      </div>
      {action && (
        <Button
          variant="default"
          loading={isPending}
          aria-label={t(`incident.cases.${action}Case`, { title, number })}
          onClick={onAction}
        >
          {t(`incident.cases.${action}`)}
        </Button>
      )}
    </li>
  );
}
