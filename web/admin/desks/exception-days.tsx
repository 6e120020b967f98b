import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../agent/day-field.tsx';
import classes from '../admin.module.css';
import { dayWords } from '../shared/day-words.ts';
import { onEnter } from './on-enter.ts';
import type { CalendarException } from './desk-values.ts';
import { PeriodFields } from './period-fields.tsx';

interface ExceptionDaysProps {
  days: readonly CalendarException[];
  /** Of `/0/periods/0/to`, `/0/name`. */
  fault: (field: string) => string | undefined;
  onChange: (days: CalendarException[]) => void;
}

const shortDay = [{ from: '07:30', to: '12:00' }];

const named = (day: CalendarException, name: string): CalendarException => {
  const { name: _old, ...rest } = day;
  return name === '' ? rest : { ...rest, name };
};

/** Days with hours of their own, such as before a feast. */
export function ExceptionDays({ days, fault, onChange }: ExceptionDaysProps) {
  const { t } = useTranslation();
  const [date, setDate] = useState<string | null>(null);
  const change = (index: number, day: CalendarException) =>
    onChange(days.map((each, at) => (at === index ? day : each)));
  const add = () => {
    if (date === null) return;
    const all = [...days, { date, periods: shortDay }];
    onChange(all.sort((one, other) => one.date.localeCompare(other.date)));
    setDate(null);
  };
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('admin.field.exceptions')}</Text>
      <Text size="sm" c="dimmed">
        {t('admin.calendar.exceptionsHint')}
      </Text>
      {days.map((day, index) => (
        <div key={day.date} className={classes.exception} role="group" aria-label={dayWords(day.date)}>
          <Stack gap="xs">
            <Text>{dayWords(day.date)}</Text>
            <TextInput
              label={t('admin.calendar.reason')}
              value={day.name ?? ''}
              maxLength={200}
              error={fault(`/${index}/name`) ?? fault(`/${index}/date`)}
              onChange={(event) => change(index, named(day, event.currentTarget.value))}
            />
            <PeriodFields
              of={dayWords(day.date)}
              periods={day.periods}
              fault={(field) => fault(`/${index}/periods${field}`)}
              onChange={(periods) => change(index, { ...day, periods })}
            />
            <Button
              variant="subtle"
              color="gray"
              c="var(--mantine-color-text)"
              size="compact-sm"
              w="fit-content"
              onClick={() => onChange(days.filter((_, at) => at !== index))}
            >
              {t('admin.calendar.removeException')}
            </Button>
          </Stack>
        </div>
      ))}
      <Group gap="sm" align="flex-end">
        <DayField
          w={260}
          label={t('admin.calendar.exceptionToAdd')}
          value={date}
          onChange={setDate}
          onKeyDown={onEnter(add)}
        />
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={date === null || days.some((day) => day.date === date)}
          onClick={add}
        >
          {t('admin.calendar.addException')}
        </Button>
      </Group>
    </Stack>
  );
}
