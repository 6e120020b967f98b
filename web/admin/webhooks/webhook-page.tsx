import { Button, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { newItem, pathOf } from '../sections.ts';
import { ItemPage } from '../shared/item-page.tsx';
import { SecretOnce } from '../shared/secret-once.tsx';
import { Deliveries } from './deliveries.tsx';
import { WebhookActions } from './webhook-actions.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { useWebhooks } from './webhooks-query.ts';

export function WebhookPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const [secret, setSecret] = useState('');
  return (
    <ItemPage
      section="webhooks"
      id={id}
      query={useWebhooks()}
      subtitleOf={({ url }) => url}
      titleOf={({ description }) => description || t('admin.webhooks.one')}
    >
      {(webhook) =>
        secret !== '' && id === newItem ? (
          <Paper withBorder p="lg">
            <Stack align="flex-start">
              <Text role="status">{t('admin.webhooks.created')}</Text>
              <SecretOnce title={t('admin.webhooks.secret')} text={t('admin.webhooks.secretText')} secret={secret} />
              <Button component={Link} href={pathOf('webhooks')}>
                {t('admin.people.done')}
              </Button>
            </Stack>
          </Paper>
        ) : (
          <>
            <WebhookForm webhook={webhook} onCreated={setSecret} />
            {webhook && <Deliveries webhookId={webhook.id} />}
            {webhook && <WebhookActions webhook={webhook} />}
          </>
        )
      }
    </ItemPage>
  );
}
