import { Input, NativeSelect, NumberInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../admin.module.css';
import { durationOf, durationUnits, partsOf, type DurationUnit } from './duration-parts.ts';

interface DurationFieldProps {
  label: string;
  description: string;
  /** ISO 8601 */
  value: string;
  error: string | undefined;
  onChange: (duration: string) => void;
  /** Whether hours count only while the desk works, and days are working days. */
  inWorkingTime: boolean;
}

/** A length of time as one says it: so many hours, so many days. */
export function DurationField(props: DurationFieldProps) {
  const { label, description, value, error, onChange, inWorkingTime } = props;
  const { t } = useTranslation();
  const id = useId();
  // What cannot be said in one unit is typed anew.
  const { amount, unit } = partsOf(value) ?? { amount: 0, unit: 'hour' as const };
  const offered = durationUnits.filter((each) => each !== 'second' || unit === 'second');
  return (
    <Input.Wrapper id={id} label={label} description={description} error={error} errorProps={{ id: `${id}-error` }}>
      <div className={classes.duration}>
        <NumberInput
          id={id}
          aria-describedby={error ? `${id}-error` : undefined}
          error={Boolean(error)}
          min={1}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          value={amount}
          onChange={(next) => onChange(durationOf({ amount: Number(next), unit }))}
        />
        <NativeSelect
          aria-label={t('admin.duration.unitOf', { label })}
          value={unit}
          onChange={(event) => onChange(durationOf({ amount, unit: event.currentTarget.value as DurationUnit }))}
          data={offered.map((each) => ({
            value: each,
            label: t(
              each === 'day' && inWorkingTime ? 'admin.duration.unit.workingDay' : `admin.duration.unit.${each}`,
            ),
          }))}
        />
      </div>
    </Input.Wrapper>
  );
}
