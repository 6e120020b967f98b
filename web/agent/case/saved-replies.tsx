import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconTemplate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { keys } from '../../api/query-keys.ts';
import { spokenLanguage } from '../../text/language.ts';

/** What the desk says often, put into what one writes. Nothing when the desk has saved nothing. */
export function SavedReplies({ deskId, insert }: { deskId: string; insert: (text: string) => void }) {
  const { t } = useTranslation();
  const { data: replies = [] } = useQuery({
    queryKey: [...keys.setup, 'saved-replies', deskId],
    queryFn: async () =>
      (await answer(api.GET('/v1/desks/{id}/saved-replies', { params: { path: { id: deskId } } }))).items,
    staleTime: 60_000,
  });
  if (replies.length === 0) return null;
  return (
    <Menu position="top-start" withinPortal={false} returnFocus={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconTemplate size={16} aria-hidden />}>
          {t('agentCase.savedReplies')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {replies.map(({ id, title, text }) => (
          <Menu.Item key={id} onClick={() => insert(text[spokenLanguage()])}>
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
