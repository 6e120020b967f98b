import { Paper, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { answer, api } from '../../api/client.ts';
import { pathOf } from '../sections.ts';
import type { Office } from '../setup-queries.ts';
import { ActiveField } from '../shared/active-field.tsx';
import { BasicFields } from '../shared/basic-fields.tsx';
import { DeleteAction } from '../shared/delete-action.tsx';
import { SetupFormCard } from '../shared/setup-form-card.tsx';
import { useSetupForm } from '../shared/use-setup-form.ts';

const nothing = { id: '', name: '', active: true };

export function OfficeForm({ office }: { office: Office | null }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const { id, name, active } = office ?? nothing;
  const path = { id };
  const form = useSetupForm({
    stored: { values: { id, name, active }, version: office?.version ?? 0 },
    save: ({ id: _id, ...changes }, header, values) =>
      answer<unknown>(
        office
          ? api.PATCH('/v1/offices/{id}', { params: { path, header }, body: changes })
          : api.POST('/v1/offices', { body: values }),
      ),
    onSaved: () => {
      if (!office) go(pathOf('offices'));
    },
  });
  const { set, values } = form;
  return (
    <>
      <SetupFormCard form={form} createLabel={t('admin.offices.add')}>
        <Paper withBorder p="lg">
          <Stack>
            <BasicFields form={form} exampleId="126" />
            {office && <ActiveField value={values.active} onChange={(next) => set({ active: next })} />}
          </Stack>
        </Paper>
      </SetupFormCard>
      {office && (
        <DeleteAction
          section="offices"
          name={office.name}
          act={() =>
            answer<unknown>(
              api.DELETE('/v1/offices/{id}', {
                params: { path, header: { 'if-match': `"${office.version}"` } },
              }),
            )
          }
        />
      )}
    </>
  );
}
