import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Complaint } from '../api/client.ts';

type Status = Complaint['status'];

const colors: Record<Status, string> = {
  received: 'gray',
  assigned: 'blue',
  inProgress: 'sea',
  waitingOnSubmitter: 'yellow',
  escalating: 'orange',
  resolved: 'green',
  closed: 'gray',
  withdrawn: 'gray',
  merged: 'gray',
};

/** The state of a case in one word; the colour says it again, never alone. */
export function StatusBadge({ status }: { status: Status }) {
  const { t } = useTranslation();
  return (
    <Badge color={colors[status]} flex="none" variant="light" tt="none" fw={600} c="var(--mantine-color-text)">
      {t(`status.${status}`)}
    </Badge>
  );
}
