import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { ConsequenceButton } from '../shared/consequence-button.tsx';
import { DeleteLine } from '../shared/delete-action.tsx';
import { ItemAction, ItemActions } from '../shared/item-actions.tsx';
import { SecretOnce } from '../shared/secret-once.tsx';
import type { Webhook } from './webhooks-query.ts';

export function WebhookActions({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const [secret, setSecret] = useState('');
  const params = { path: { id: webhook.id } };
  return (
    <ItemActions>
      {secret !== '' && (
        <SecretOnce title={t('admin.webhooks.secret')} text={t('admin.webhooks.secretText')} secret={secret} />
      )}
      <ItemAction text={t('admin.webhooks.renew.hint')}>
        <ConsequenceButton
          label={t('admin.webhooks.renew.button')}
          title={t('admin.webhooks.renew.title')}
          consequences={[t('admin.webhooks.renew.ends'), t('admin.webhooks.renew.then')]}
          act={() => answer(api.POST('/v1/webhooks/{id}/secret', { params }))}
          onDone={(renewed) => setSecret(renewed.secret)}
        />
      </ItemAction>
      <DeleteLine
        section="webhooks"
        name={webhook.description || webhook.url}
        act={() =>
          answer(
            api.DELETE('/v1/webhooks/{id}', { params: { ...params, header: { 'if-match': `"${webhook.version}"` } } }),
          )
        }
      />
    </ItemActions>
  );
}
