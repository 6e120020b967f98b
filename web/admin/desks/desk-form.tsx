import { NumberInput, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { answer, api } from '../../api/client.ts';
import { pathOf } from '../sections.ts';
import type { Desk } from '../setup-queries.ts';
import { IdField } from '../shared/id-field.tsx';
import { SetupFormCard } from '../shared/setup-form-card.tsx';
import { useSetupForm } from '../shared/use-setup-form.ts';
import { CalendarFields } from './calendar-fields.tsx';
import { deskChangeOf, valuesOf } from './desk-values.ts';
import { DurationField } from './duration-field.tsx';

const durations = ['acknowledgeWithin', 'resolveTier1Within', 'resolveTier2Within', 'reopenWindow'] as const;

/** A desk: its name, how long things may take there, and when it works. */
export function DeskForm({ desk }: { desk: Desk | null }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const form = useSetupForm({
    stored: { values: valuesOf(desk), version: desk?.version ?? 0 },
    save: (changes, header, { id, ...values }) =>
      answer<unknown>(
        desk
          ? api.PATCH('/v1/desks/{id}', { params: { path: { id: desk.id }, header }, body: deskChangeOf(changes) })
          : api.POST('/v1/desks', { body: { id, name: values.name, ...deskChangeOf(values) } }),
      ),
    onSaved: () => {
      if (!desk) go(pathOf('desks'));
    },
  });
  const { set, values } = form;
  const fault = (field: string) => form.fault(field) ?? form.fault(`settings/${field}`);
  return (
    <SetupFormCard form={form} createLabel={t('admin.desks.add')}>
      <Paper withBorder p="lg">
        <Stack>
          {!desk && (
            <IdField value={values.id} error={fault('id')} placeholder="keuangan" onChange={(id) => set({ id })} />
          )}
          <TextInput
            label={t('admin.field.name')}
            value={values.name}
            error={fault('name')}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
        </Stack>
      </Paper>
      <Paper withBorder p="lg" component="section">
        <Stack>
          <Title order={2}>{t('admin.desks.deadlines')}</Title>
          <Text size="sm" c="dimmed">
            {t('admin.desks.deadlinesText')}
          </Text>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
            {durations.map((field) => (
              <DurationField
                key={field}
                label={t(`admin.field.${field}`)}
                description={t(`admin.desks.hint.${field}`)}
                value={values[field]}
                error={fault(field)}
                onChange={(duration) => set({ [field]: duration })}
                inWorkingTime={values.enabled}
              />
            ))}
            <NumberInput
              label={t('admin.field.capacityPerAgent')}
              description={t('admin.desks.hint.capacityPerAgent')}
              min={1}
              max={10_000}
              allowDecimal={false}
              allowNegative={false}
              hideControls
              styles={{ input: { maxWidth: '6rem' } }}
              value={values.capacityPerAgent}
              error={fault('capacityPerAgent')}
              onChange={(amount) => set({ capacityPerAgent: Number(amount) })}
            />
          </SimpleGrid>
        </Stack>
      </Paper>
      <CalendarFields values={values} set={set} fault={(field) => form.fault(`settings/businessHours/${field}`)} />
    </SetupFormCard>
  );
}
