import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { keys } from '../api/query-keys.ts';
import type { Change } from '../conversation/use-draft.ts';
import type { SendFields } from './send-draft.ts';

function useNotices(systemId: string) {
  return useQuery({
    queryKey: [...keys.incidents, 'notices', systemId],
    queryFn: async () => {
      const query = { status: 'open' as const, systemId };
      return (await answer(api.GET('/v1/incidents', { params: { query } }))).items.filter(({ notice }) => notice);
    },
    enabled: systemId !== '',
    // A help, never in the way: without it one sends all the same.
    retry: false,
  });
}

/** What is known to be out of order in the system. Whose problem that is, need not tell it again. */
export function SystemNotices({ fields, change }: { fields: SendFields; change: Change<SendFields> }) {
  const { t } = useTranslation();
  const { data: notices = [] } = useNotices(fields.systemId);
  const { incident } = fields;
  const shown = incident ? notices.filter(({ id }) => id === incident.id) : notices;
  const choose = ({ id, title }: Schemas['Incident']) =>
    change((before) => ({
      incident: { id, category: t('send.incident.category') },
      title: before.title.trim() === '' ? title : before.title,
    }));
  return (
    <div role="status">
      {shown.map((notice) => (
        <section key={notice.id} className="system-notice" aria-label={t('send.incident.known')}>
          <Stack gap={6}>
            <Text size="sm">{t('send.incident.known')}</Text>
            <Text fw={600}>{notice.title}</Text>
            <Text className="notice-text">{notice.notice}</Text>
            <Group gap="xs">
              {incident ? (
                <>
                  <Text size="sm" fw={600}>
                    {t('send.incident.chosen')}
                  </Text>
                  <Button size="sm" variant="subtle" px="xs" onClick={() => change({ incident: null })}>
                    {t('send.similar.undo')}
                  </Button>
                </>
              ) : (
                <Button size="sm" variant="default" onClick={() => choose(notice)}>
                  {t('send.incident.mine')}
                </Button>
              )}
            </Group>
          </Stack>
        </section>
      ))}
    </div>
  );
}
