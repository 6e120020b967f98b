import { NumberInput, Paper, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { answer, api } from '../../api/client.ts';
import { pathOf } from '../sections.ts';
import { useOffices, type Server } from '../setup-queries.ts';
import { ActiveField } from '../shared/active-field.tsx';
import { BasicFields } from '../shared/basic-fields.tsx';
import { DeleteAction } from '../shared/delete-action.tsx';
import { PlaceField } from '../shared/place-field.tsx';
import { SetupFormCard } from '../shared/setup-form-card.tsx';
import { useSetupForm } from '../shared/use-setup-form.ts';

const nothing: Server = { id: '', officeId: '', name: '', sessionLimit: 1, address: '', active: true, version: 0 };

export function ServerForm({ server }: { server: Server | null }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const { data: offices = [] } = useOffices();
  const { version, ...stored } = server ?? nothing;
  const path = { id: stored.id };
  const form = useSetupForm({
    stored: { values: stored, version },
    save: ({ id: _id, ...changes }, header, { address, ...values }) =>
      answer<unknown>(
        server
          ? api.PATCH('/v1/office-servers/{id}', { params: { path, header }, body: changes })
          : api.POST('/v1/office-servers', { body: { ...values, ...(address && { address }) } }),
      ),
    onSaved: () => {
      if (!server) go(pathOf('servers'));
    },
  });
  const { fault, set, values } = form;
  return (
    <>
      <SetupFormCard form={form} createLabel={t('admin.servers.add')}>
        <Paper withBorder p="lg">
          <Stack>
            <BasicFields form={form} exampleId="srv-126" />
            <PlaceField
              field="officeId"
              rows={offices}
              value={values.officeId}
              error={fault('officeId')}
              onChange={(officeId) => set({ officeId })}
            />
            <NumberInput
              label={t('admin.field.sessionLimit')}
              description={t('admin.servers.limitHint')}
              styles={{ input: { maxWidth: '8rem' } }}
              min={1}
              max={1_000}
              allowDecimal={false}
              allowNegative={false}
              hideControls
              value={values.sessionLimit}
              error={fault('sessionLimit')}
              onChange={(value) => set({ sessionLimit: Number(value) })}
            />
            <TextInput
              label={t('admin.field.address')}
              description={t('admin.servers.addressHint')}
              placeholder="srv-126.example.go.id"
              autoCapitalize="none"
              spellCheck={false}
              value={values.address}
              error={fault('address')}
              onChange={(event) => set({ address: event.currentTarget.value.trim() })}
            />
            {server && <ActiveField value={values.active} onChange={(next) => set({ active: next })} />}
          </Stack>
        </Paper>
      </SetupFormCard>
      {server && (
        <DeleteAction
          section="servers"
          name={server.name}
          act={() =>
            answer<unknown>(
              api.DELETE('/v1/office-servers/{id}', {
                params: { path, header: { 'if-match': `"${version}"` } },
              }),
            )
          }
        />
      )}
    </>
  );
}
