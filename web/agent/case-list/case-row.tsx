import { Badge, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Complaint } from '../../api/client.ts';
import { StatusBadge } from '../../shared/case-status.tsx';
import { Moment } from '../../shared/moment.tsx';
import { useNow } from '../../shared/now-clock.ts';
import classes from './case-list.module.css';
import { urgencyOf } from './next-due.ts';
import { TimeLeft } from './time-left.tsx';

/** One case in a list: how urgent, what and where, and what one can do at once. Named by its title. */
export function CaseRow({
  complaint,
  isNew = false,
  withAgent = false,
  children,
}: {
  complaint: Complaint;
  /** Came while one was looking. */
  isNew?: boolean;
  withAgent?: boolean;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { agent, number, office, reportCount, status, system, tier, title, updatedAt } = complaint;
  const urgency = urgencyOf(complaint, useNow());
  const facts = [
    number,
    office.name,
    system.name,
    reportCount > 1 && t('inbox.reports', { count: reportCount }),
    withAgent && t(`tier.${tier}`),
    withAgent && (agent?.name ?? t('inbox.nobody')),
  ];
  return (
    <li className={classes.row} data-urgency={urgency} data-case={complaint.id}>
      <div>
        {urgency === 'none' ? (
          <Text size="sm" c="dimmed">
            {t('inbox.changed')} <Moment at={updatedAt} />
          </Text>
        ) : (
          <TimeLeft complaint={complaint} />
        )}
      </div>
      <div>
        <Group gap="xs">
          <Link href={`/cases/${number}`} className={classes.title}>
            {title}
          </Link>
          {isNew && (
            <Badge color="sea" variant="filled" tt="none">
              {t('inbox.new')}
            </Badge>
          )}
          <StatusBadge status={status} />
        </Group>
        <Text size="sm" c="dimmed">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </div>
      {children}
    </li>
  );
}
