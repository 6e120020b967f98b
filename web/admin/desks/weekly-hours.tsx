import { Button, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../admin.module.css';
import { weekdays, type WeeklyPlan } from './desk-values.ts';
import { PeriodFields } from './period-fields.tsx';

interface WeeklyHoursProps {
  weekly: WeeklyPlan;
  fault: (field: string) => string | undefined;
  onChange: (weekly: WeeklyPlan) => void;
}

/** The hours of each day of the week; a day without hours is free. */
export function WeeklyHours({ weekly, fault, onChange }: WeeklyHoursProps) {
  const { t } = useTranslation();
  const workdays = weekdays.slice(1, 5);
  const monday = weekly.monday ?? [];
  return (
    <div className={classes.week} role="group" aria-label={t('admin.calendar.week')}>
      {weekdays.map((day) => (
        <div key={day} className={classes.weekday} role="group" aria-label={t(`admin.field.${day}`)}>
          <Text fw={600} className={classes.weekdayName}>
            {t(`admin.field.${day}`)}
          </Text>
          <div>
            <PeriodFields
              of={t(`admin.field.${day}`)}
              periods={weekly[day] ?? []}
              fault={(field) => fault(`weekly/${day}${field}`)}
              onChange={(periods) => onChange({ ...weekly, [day]: periods })}
            />
            {day === 'monday' && monday.length > 0 && (
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<IconCopy size={14} aria-hidden />}
                onClick={() => onChange({ ...weekly, ...Object.fromEntries(workdays.map((each) => [each, monday])) })}
              >
                {t('admin.calendar.copyMonday')}
              </Button>
            )}
          </div>
        </div>
      ))}
    </div>
  );
}
