import { Group, NativeSelect, Paper, SegmentedControl, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFilterChoices } from '../../agent/cases/filter-choices.ts';
import { DayField } from '../../agent/day-field.tsx';
import { dayOf } from '../../shared/time-words.ts';
import { useNow } from '../../shared/now-clock.ts';
import { firstDayOf, groupings, lengths, type PeriodChoice, type ReportChoice } from './report-choice.ts';
import classes from './reports.module.css';

interface ReportFiltersProps {
  choice: ReportChoice;
  /** An empty value takes something out of the address. */
  change: (part: Partial<Record<keyof ReportChoice, string>>) => void;
}

/** Of which time, and of what, the figures are. */
export function ReportFilters({ choice, change }: ReportFiltersProps) {
  const { t } = useTranslation();
  const choices = useFilterChoices();
  const now = new Date(useNow());
  const setPeriod = (value: string) => {
    const period = value as PeriodChoice;
    const days = choice.period === 'own' ? 30 : Number(choice.period);
    if (period === 'own') change({ period, from: firstDayOf(days, now), to: dayOf(now) });
    else change({ period, from: '', to: '' });
  };
  const select = (name: 'agentId' | 'officeId' | 'systemId', items: { id: string; name: string }[]) => (
    <NativeSelect
      label={t(`figures.filter.${name}`)}
      value={choice[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      data={[
        { value: '', label: t('figures.filter.all') },
        ...items.map(({ id, name: label }) => ({ value: id, label })),
      ]}
    />
  );
  const isOfCases = choice.report !== 'fairness';
  return (
    <Paper withBorder p="lg" component="search" aria-label={t('figures.filter.title')}>
      <Stack gap="sm">
        <Group gap="md" align="flex-end">
          <SegmentedControl
            w="fit-content"
            maw="100%"
            aria-label={t('figures.filter.period')}
            value={choice.period}
            onChange={setPeriod}
            data={[...lengths, 'own' as const].map((value) => ({ value, label: t(`figures.filter.length.${value}`) }))}
          />
          {choice.period === 'own' && (
            <>
              <DayField
                label={t('figures.filter.from')}
                clearable={false}
                value={choice.from}
                maxDate={choice.to ?? dayOf(now)}
                onChange={(value) => change({ from: value ?? '' })}
              />
              <DayField
                label={t('figures.filter.to')}
                clearable={false}
                value={choice.to}
                minDate={choice.from ?? undefined}
                maxDate={dayOf(now)}
                onChange={(value) => change({ to: value ?? '' })}
              />
            </>
          )}
        </Group>
        <div className={classes.filters}>
          {isOfCases && select('officeId', choices.offices)}
          {isOfCases && select('systemId', choices.systems)}
          {select('agentId', choices.agents)}
          {isOfCases && (
            <NativeSelect
              label={t('figures.filter.groupBy')}
              value={choice.groupBy}
              onChange={(event) => change({ groupBy: event.currentTarget.value })}
              data={groupings.map((value) => ({ value, label: t(`figures.group.${value}`) }))}
            />
          )}
        </div>
      </Stack>
    </Paper>
  );
}
