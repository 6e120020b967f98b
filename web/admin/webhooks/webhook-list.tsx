import { useTranslation } from 'react-i18next';
import { SetupList } from '../shared/setup-list.tsx';
import { useWebhooks } from './webhooks-query.ts';

export function WebhookList() {
  const { t } = useTranslation();
  return (
    <SetupList
      section="webhooks"
      query={useWebhooks()}
      itemOf={({ id, url, description, events, active }) => ({
        ...{ id, active, name: description || url },
        facts: [
          description && url,
          events.includes('*') ? t('admin.webhooks.event.*') : t('admin.webhooks.eventCount', { count: events.length }),
        ],
      })}
    />
  );
}
