import { ActionIcon, Input, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../admin.module.css';
import { dayWords } from '../shared/day-words.ts';
import { AddDay } from './add-day.tsx';

interface FreeDaysProps {
  /** YYYY-MM-DD */
  days: readonly string[];
  error: string | undefined;
  onChange: (days: string[]) => void;
}

/** Free days of the desk's own. */
export function FreeDays({ days, error, onChange }: FreeDaysProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('admin.field.holidays')}</Text>
      {days.length === 0 ? (
        <Text c="dimmed" size="sm">
          {t('admin.calendar.noHolidays')}
        </Text>
      ) : (
        <ul className={classes.days} aria-label={t('admin.field.holidays')}>
          {days.map((each) => (
            <li key={each}>
              <span>{dayWords(each)}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('admin.calendar.removeDay', { day: dayWords(each) })}
                onClick={() => onChange(days.filter((other) => other !== each))}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {error && <Input.Error>{error}</Input.Error>}
      <AddDay
        label={t('admin.calendar.holidayToAdd')}
        buttonLabel={t('admin.calendar.addHoliday')}
        taken={days}
        onAdd={(day) => onChange([...days, day].sort())}
      />
    </Stack>
  );
}
