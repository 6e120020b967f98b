import { Checkbox, NativeSelect, Paper, Stack, Switch, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeskValues } from './desk-values.ts';
import { ExceptionDays } from './exception-days.tsx';
import { FreeDays } from './free-days.tsx';
import { isZone, timeZones } from './time-zones.ts';
import { WeeklyHours } from './weekly-hours.tsx';

interface CalendarFieldsProps {
  values: DeskValues;
  set: (edits: Partial<DeskValues>) => void;
  fault: (field: string) => string | undefined;
}

/** When a desk works: its week, where, and the days that are otherwise. */
export function CalendarFields({ values, set, fault }: CalendarFieldsProps) {
  const { t } = useTranslation();
  const zones = isZone(values.timezone) ? timeZones : [...timeZones, values.timezone];
  return (
    <>
      <Paper withBorder p="lg" component="section">
        <Stack gap="lg">
          <Title order={2}>{t('admin.calendar.title')}</Title>
          <Switch
            size="md"
            label={t('admin.field.enabled')}
            description={t('admin.calendar.enabledHint')}
            checked={values.enabled}
            onChange={(event) => set({ enabled: event.currentTarget.checked })}
          />
          {values.enabled && (
            <>
              <NativeSelect
                label={t('admin.field.timezone')}
                w={{ base: '100%', sm: 320 }}
                value={values.timezone}
                error={fault('timezone')}
                onChange={(event) => set({ timezone: event.currentTarget.value })}
                data={zones.map((zone) => ({ value: zone, label: isZone(zone) ? t(`admin.zone.${zone}`) : zone }))}
              />
              <WeeklyHours weekly={values.weekly} fault={fault} onChange={(weekly) => set({ weekly })} />
            </>
          )}
        </Stack>
      </Paper>
      {values.enabled && (
        <Paper withBorder p="lg" component="section">
          <Stack gap="lg">
            <Title order={2}>{t('admin.calendar.otherDays')}</Title>
            <Stack gap="xs">
              <Checkbox
                size="md"
                label={t('admin.field.useNationalHolidays')}
                checked={values.useNationalHolidays}
                onChange={(event) => set({ useNationalHolidays: event.currentTarget.checked })}
              />
              <Checkbox
                size="md"
                label={t('admin.field.useJointLeave')}
                checked={values.useJointLeave}
                onChange={(event) => set({ useJointLeave: event.currentTarget.checked })}
              />
            </Stack>
            <FreeDays days={values.holidays} error={fault('holidays')} onChange={(holidays) => set({ holidays })} />
            <ExceptionDays
              days={values.exceptions}
              fault={(field) => fault(`exceptions${field}`)}
              onChange={(exceptions) => set({ exceptions })}
            />
            <Text size="sm" c="dimmed">
              {t('admin.calendar.order')}
            </Text>
          </Stack>
        </Paper>
      )}
    </>
  );
}
