import { NativeSelect, Paper, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { answer, api } from '../../api/client.ts';
import { pathOf } from '../sections.ts';
import { useDesks, type InformationSystem } from '../setup-queries.ts';
import { ActiveField } from '../shared/active-field.tsx';
import { DeleteAction } from '../shared/delete-action.tsx';
import { IdField } from '../shared/id-field.tsx';
import { choicesOf } from '../shared/row-choices.ts';
import { SetupFormCard } from '../shared/setup-form-card.tsx';
import { useSetupForm } from '../shared/use-setup-form.ts';

export function SystemForm({ system }: { system: InformationSystem | null }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const { data: desks = [] } = useDesks();
  const only = desks.length === 1 ? desks[0]?.id : undefined;
  const { id, name, deskId, active } = system ?? { id: '', name: '', deskId: only ?? '', active: true };
  const path = { id };
  const form = useSetupForm({
    stored: { values: { id, name, deskId, active }, version: system?.version ?? 0 },
    save: ({ id: _id, ...changes }, header, values) =>
      answer<unknown>(
        system
          ? api.PATCH('/v1/systems/{id}', { params: { path, header }, body: changes })
          : api.POST('/v1/systems', { body: values }),
      ),
    onSaved: () => {
      if (!system) go(pathOf('systems'));
    },
  });
  const { fault, set, values } = form;
  return (
    <>
      <SetupFormCard form={form} createLabel={t('admin.systems.add')}>
        <Paper withBorder p="lg">
          <Stack>
            {!system && (
              <IdField
                value={values.id}
                error={fault('id')}
                placeholder="espt"
                onChange={(next) => set({ id: next })}
              />
            )}
            <TextInput
              label={t('admin.field.name')}
              value={values.name}
              error={fault('name')}
              onChange={(event) => set({ name: event.currentTarget.value })}
            />
            <NativeSelect
              label={t('admin.field.deskId')}
              {...(system ? { description: t('admin.systems.deskHint') } : {})}
              value={values.deskId}
              error={fault('deskId')}
              onChange={(event) => set({ deskId: event.currentTarget.value })}
              data={choicesOf(desks, values.deskId, t('admin.choose'))}
            />
            {system && <ActiveField value={values.active} onChange={(next) => set({ active: next })} />}
          </Stack>
        </Paper>
      </SetupFormCard>
      {system && (
        <DeleteAction
          section="systems"
          name={system.name}
          act={() =>
            answer<unknown>(
              api.DELETE('/v1/systems/{id}', {
                params: { path, header: { 'if-match': `"${system.version}"` } },
              }),
            )
          }
        />
      )}
    </>
  );
}
