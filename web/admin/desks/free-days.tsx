import { ActionIcon, Button, Group, Input, Stack, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../agent/day-field.tsx';
import classes from '../admin.module.css';
import { dayWords } from '../shared/day-words.ts';
import { onEnter } from './on-enter.ts';

interface FreeDaysProps {
  /** YYYY-MM-DD */
  days: readonly string[];
  error: string | undefined;
  onChange: (days: string[]) => void;
}

/** Free days of the desk's own. */
export function FreeDays({ days, error, onChange }: FreeDaysProps) {
  const { t } = useTranslation();
  const [day, setDay] = useState<string | null>(null);
  const add = () => {
    if (day === null) return;
    onChange([...new Set([...days, day])].sort());
    setDay(null);
  };
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
      <Group gap="sm" align="flex-end">
        <DayField
          w={260}
          label={t('admin.calendar.holidayToAdd')}
          value={day}
          onChange={setDay}
          onKeyDown={onEnter(add)}
        />
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={day === null}
          onClick={add}
        >
          {t('admin.calendar.addHoliday')}
        </Button>
      </Group>
    </Stack>
  );
}
