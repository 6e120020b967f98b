import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../admin.module.css';
import { dayWords } from '../shared/day-words.ts';
import { AddDay } from './add-day.tsx';
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
  const change = (index: number, day: CalendarException) =>
    onChange(days.map((each, at) => (at === index ? day : each)));
  const add = (date: string) => {
    const all = [...days, { date, periods: shortDay }];
    onChange(all.sort((one, other) => one.date.localeCompare(other.date)));
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
      <AddDay
        label={t('admin.calendar.exceptionToAdd')}
        buttonLabel={t('admin.calendar.addException')}
        taken={days.map(({ date }) => date)}
        onAdd={add}
      />
    </Stack>
  );
}
