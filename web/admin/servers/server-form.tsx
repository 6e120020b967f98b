import { NativeSelect, NumberInput, Paper, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { answer, api } from '../../api/client.ts';
import { pathOf } from '../sections.ts';
import { useOffices, type Server } from '../setup-queries.ts';
import { ActiveField } from '../shared/active-field.tsx';
import { DeleteAction } from '../shared/delete-action.tsx';
import { IdField } from '../shared/id-field.tsx';
import { choicesOf } from '../shared/row-choices.ts';
import { SetupFormCard } from '../shared/setup-form-card.tsx';
import { useSetupForm } from '../shared/use-setup-form.ts';

const nothing: Server = { id: '', officeId: '', name: '', sessionLimit: 1, address: '', active: true };

export function ServerForm({ server, version }: { server: Server | null; version: number }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const { data: offices = [] } = useOffices();
  const stored = server ?? nothing;
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
            {!server && (
              <IdField
                value={values.id}
                error={fault('id')}
                placeholder="srv-126"
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
              label={t('admin.field.officeId')}
              value={values.officeId}
              error={fault('officeId')}
              onChange={(event) => set({ officeId: event.currentTarget.value })}
              data={choicesOf(offices, values.officeId, t('admin.choose'))}
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
