import { Checkbox, Paper, Radio, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { SetupFormCard } from '../shared/setup-form-card.tsx';
import { useSetupForm } from '../shared/use-setup-form.ts';
import { webhookEvents } from './webhook-events.ts';
import type { Webhook } from './webhooks-query.ts';

interface WebhookFormProps {
  webhook: Webhook | null;
  onCreated: (secret: string) => void;
}

/** The secret only of a new one. */
type Saved = Webhook & { secret?: string };

const nothing = { url: '', description: '', events: ['*'], active: true };

/** Which program is told of what. */
export function WebhookForm({ webhook, onCreated }: WebhookFormProps) {
  const { t } = useTranslation();
  const { url, description, events, active } = webhook ?? nothing;
  const form = useSetupForm<typeof nothing, Saved>({
    stored: { values: { url, description, events, active }, version: webhook?.version ?? 0 },
    save: (changes, header, { active: _active, ...values }) =>
      answer<Saved>(
        webhook
          ? api.PATCH('/v1/webhooks/{id}', { params: { path: { id: webhook.id }, header }, body: changes })
          : api.POST('/v1/webhooks', { body: values }),
      ),
    onSaved: ({ secret }) => {
      if (secret !== undefined) onCreated(secret);
    },
  });
  const { fault, set, values } = form;
  const all = values.events.includes('*');
  const toggle = (event: string, wanted: boolean) =>
    set({ events: wanted ? [...values.events, event] : values.events.filter((each) => each !== event) });
  return (
    <SetupFormCard form={form} createLabel={t('admin.webhooks.add')}>
      <Paper withBorder p="lg">
        <Stack>
          <TextInput
            label={t('admin.field.url')}
            description={t('admin.webhooks.urlHint')}
            placeholder="https://sistem.example.go.id/giliran"
            type="url"
            autoComplete="off"
            value={values.url}
            error={fault('url')}
            onChange={(event) => set({ url: event.currentTarget.value.trim() })}
          />
          <TextInput
            label={t('admin.field.description')}
            description={t('admin.webhooks.descriptionHint')}
            maxLength={200}
            value={values.description}
            error={fault('description')}
            onChange={(event) => set({ description: event.currentTarget.value })}
          />
          <Radio.Group
            label={t('admin.field.events')}
            value={all ? 'all' : 'some'}
            onChange={(choice) => set({ events: choice === 'all' ? ['*'] : ['received', 'resolved'] })}
            error={fault('events')}
          >
            <Stack gap="xs" mt="xs">
              <Radio size="md" value="all" label={t('admin.webhooks.event.*')} />
              <Radio size="md" value="some" label={t('admin.webhooks.some')} />
            </Stack>
          </Radio.Group>
          {!all && (
            <SimpleGrid
              cols={{ base: 1, xs: 2 }}
              spacing="xs"
              pl="xl"
              role="group"
              aria-label={t('admin.webhooks.some')}
            >
              {webhookEvents.map((event) => (
                <Checkbox
                  size="md"
                  key={event}
                  label={t(`admin.webhooks.event.${event}`)}
                  checked={values.events.includes(event)}
                  onChange={({ currentTarget }) => toggle(event, currentTarget.checked)}
                />
              ))}
            </SimpleGrid>
          )}
          {webhook && (
            <Switch
              size="md"
              label={t('admin.field.active')}
              description={t('admin.webhooks.activeHint')}
              checked={values.active}
              onChange={(event) => set({ active: event.currentTarget.checked })}
            />
          )}
        </Stack>
      </Paper>
    </SetupFormCard>
  );
}
