import { Paper, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { answer, api } from '../../api/client.ts';
import { pathOf } from '../sections.ts';
import { useDesks, type InformationSystem } from '../setup-queries.ts';
import { ActiveField } from '../shared/active-field.tsx';
import { BasicFields } from '../shared/basic-fields.tsx';
import { DeleteAction } from '../shared/delete-action.tsx';
import { PlaceField } from '../shared/place-field.tsx';
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
            <BasicFields form={form} exampleId="espt" />
            <PlaceField
              field="deskId"
              hint={system ? t('admin.systems.deskHint') : undefined}
              rows={desks}
              value={values.deskId}
              error={fault('deskId')}
              onChange={(next) => set({ deskId: next })}
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
