import { NativeSelect, Paper, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { useDesks, useOffices, type Account } from '../setup-queries.ts';
import { IdField } from '../shared/id-field.tsx';
import { PlaceField } from '../shared/place-field.tsx';
import { SetupFormCard } from '../shared/setup-form-card.tsx';
import { useSetupForm } from '../shared/use-setup-form.ts';
import type { NewPerson } from './person-created.tsx';
import { placesOfRole, profileOf, roles, tiers, valuesOf, type PersonValues } from './person-values.ts';

interface PersonFormProps {
  person: Account | null;
  onCreated: (person: NewPerson) => void;
}

interface Created {
  user: Account;
  oneTimePassword?: string | undefined;
}

export function PersonForm({ person, onCreated }: PersonFormProps) {
  const { t } = useTranslation();
  const { data: offices = [] } = useOffices();
  const { data: desks = [] } = useDesks();
  const form = useSetupForm<PersonValues, Created>({
    stored: { values: valuesOf(person), version: person?.version ?? 0 },
    save: (_changes, header, values) =>
      answer<Created>(
        person
          ? api.PATCH('/v1/users/{id}', { params: { path: { id: person.id }, header }, body: profileOf(values) })
          : api.POST('/v1/users', { body: { id: values.id, ...profileOf(values) } }),
      ),
    onSaved: ({ user: { name, username }, oneTimePassword }) => {
      if (!person) onCreated({ name, username, oneTimePassword: oneTimePassword ?? '' });
    },
  });
  const { fault, set, values } = form;
  const has = placesOfRole(values.role);
  const leavesRotation = person?.role === 'agent' && values.role !== 'agent';
  const movesRotation =
    person?.role === 'agent' &&
    values.role === 'agent' &&
    (values.tier !== person.tier || values.deskId !== person.deskId);
  const only = desks.length === 1 ? (desks[0]?.id ?? '') : '';
  return (
    <SetupFormCard form={form} createLabel={t('admin.people.add')}>
      <Paper withBorder p="lg">
        <Stack>
          <TextInput
            label={t('admin.field.name')}
            value={values.name}
            error={fault('name')}
            autoComplete="off"
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          {!person && (
            <IdField
              label={t('admin.field.username')}
              hint={t('admin.people.usernameHint')}
              value={values.id}
              error={fault('id') ?? fault('username')}
              placeholder="petugas-y"
              onChange={(id) => set({ id })}
            />
          )}
          <TextInput
            label={t('admin.field.email')}
            description={t('admin.people.emailHint')}
            type="email"
            autoComplete="off"
            value={values.email}
            error={fault('email')}
            onChange={(event) => set({ email: event.currentTarget.value })}
          />
          <div>
            <Radio.Group
              label={t('admin.field.role')}
              value={values.role}
              error={fault('role')}
              onChange={(role) => set({ role: role as Account['role'], deskId: values.deskId || only })}
            >
              <Stack gap="xs" mt="xs">
                {roles.map((role) => (
                  <Radio
                    size="md"
                    key={role}
                    value={role}
                    label={t(`role.${role}`)}
                    description={t(`admin.people.roleHint.${role}`)}
                  />
                ))}
              </Stack>
            </Radio.Group>
            <div role="status">
              {leavesRotation && <Text mt="xs">{t('admin.people.leavesRotation')}</Text>}
              {movesRotation && <Text mt="xs">{t('admin.people.movesRotation')}</Text>}
            </div>
          </div>
          {has.officeId && (
            <PlaceField
              field="officeId"
              rows={offices}
              value={values.officeId}
              error={fault('officeId')}
              onChange={(officeId) => set({ officeId })}
            />
          )}
          {has.deskId && (
            <PlaceField
              field="deskId"
              rows={desks}
              value={values.deskId}
              error={fault('deskId')}
              onChange={(deskId) => set({ deskId })}
            />
          )}
          {has.tier && (
            <NativeSelect
              label={t('admin.field.tier')}
              value={values.tier}
              error={fault('tier')}
              onChange={(event) => set({ tier: event.currentTarget.value as PersonValues['tier'] })}
              data={[
                ...(values.tier === '' ? [{ value: '', label: t('admin.choose') }] : []),
                ...tiers.map((tier) => ({ value: tier, label: t(`tier.${tier}`) })),
              ]}
            />
          )}
        </Stack>
      </Paper>
    </SetupFormCard>
  );
}
