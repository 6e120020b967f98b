import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../admin.module.css';
import { ClockField } from './clock-field.tsx';
import type { Period } from './desk-values.ts';

interface PeriodFieldsProps {
  /** Which day, for who does not see it beside them. */
  of: string;
  periods: readonly Period[];
  /** Of `/0/from`, `/0/to`, or of all together. */
  fault: (field: string) => string | undefined;
  onChange: (periods: Period[]) => void;
}

/** With which hours a day is begun, and how it goes on after a break. */
function nextPeriod(periods: readonly Period[]): Period {
  const last = periods.at(-1);
  return last === undefined ? { from: '07:30', to: '16:00' } : { from: last.to, to: '' };
}

/** From when to when, as often as the day is interrupted. */
export function PeriodFields({ of, periods, fault, onChange }: PeriodFieldsProps) {
  const { t } = useTranslation();
  const change = (index: number, edits: Partial<Period>) =>
    onChange(periods.map((period, at) => (at === index ? { ...period, ...edits } : period)));
  const isFree = periods.length === 0;
  return (
    <div className={classes.periods}>
      {isFree && (
        <Text c="dimmed" lh="36px">
          {t('admin.calendar.free')}
        </Text>
      )}
      {periods.map((period, index) => (
        <Group key={index} gap="xs" wrap="nowrap" align="flex-start">
          <ClockField
            label={t('admin.calendar.from', { day: of, no: index + 1 })}
            value={period.from}
            error={fault(`/${index}/from`)}
            onChange={(from) => change(index, { from })}
          />
          <Text c="dimmed" lh="36px" aria-hidden>
            –
          </Text>
          <ClockField
            label={t('admin.calendar.to', { day: of, no: index + 1 })}
            value={period.to}
            error={fault(`/${index}/to`)}
            onChange={(to) => change(index, { to })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('admin.calendar.removePeriod', { day: of, no: index + 1 })}
            onClick={() => onChange(periods.filter((_, at) => at !== index))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        my={5}
        leftSection={<IconPlus size={14} aria-hidden />}
        aria-label={t('admin.calendar.addPeriodTo', { day: of })}
        onClick={() => onChange([...periods, nextPeriod(periods)])}
      >
        {t('admin.calendar.addPeriod')}
      </Button>
      {fault('') && (
        <Text size="sm" w="100%" c="var(--mantine-color-error)">
          {fault('')}
        </Text>
      )}
    </div>
  );
}
