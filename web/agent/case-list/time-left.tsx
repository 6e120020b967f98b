import { Text } from '@mantine/core';
import { IconAlarm, IconClock, IconClockPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Complaint } from '../../api/client.ts';
import { useNow } from '../../shared/now-clock.ts';
import { momentOf } from '../../shared/time-words.ts';
import { spokenLanguage } from '../../text/language.ts';
import classes from './case-list.module.css';
import { durationWords } from './duration-words.ts';
import { nextDueOf, urgencyOf } from './next-due.ts';

const icons = { late: IconAlarm, soon: IconAlarm, calm: IconClock, paused: IconClockPause };

/** How long there is for what comes next, which ticks; beneath it, what that is and until when. */
export function TimeLeft({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation();
  const now = useNow();
  const urgency = urgencyOf(complaint, now);
  if (urgency === 'none') return null;
  const Icon = icons[urgency];
  const due = nextDueOf(complaint);
  const left = due === null ? 0 : Date.parse(due.at) - now;
  const duration = durationWords(left, spokenLanguage());
  const moment = due && momentOf(due.at, new Date(now));
  const words =
    urgency === 'paused'
      ? t('inbox.left.paused')
      : due !== null && left <= 0
        ? t('inbox.left.late', { duration })
        : urgency === 'late'
          ? t('inbox.left.overdue')
          : t('inbox.left.within', { duration });
  return (
    <div>
      <span className={classes.left} data-urgency={urgency}>
        <Icon size={17} aria-hidden />
        {words}
      </span>
      <Text size="sm" c="dimmed">
        {urgency === 'paused' ? t('inbox.left.waits') : due && t(`inbox.left.${due.kind}By`, { moment: moment ?? '' })}
      </Text>
    </div>
  );
}
