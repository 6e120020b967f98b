import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Complaint } from '../../api/client.ts';
import { ConversationLog } from '../../conversation/conversation-log.tsx';
import { useConversation } from '../../conversation/use-conversation.ts';

/** What has happened to a case since one began to decide about it; shown where a decision was refused because of that. */
export function WhatChanged({ complaint, since }: { complaint: Complaint; since: string }) {
  const { t } = useTranslation();
  const { items = [] } = useConversation(complaint);
  const changes = items.filter(({ at }) => at > since);
  if (changes.length === 0) return null;
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('agentCase.whatChanged')}</Text>
      <ConversationLog items={changes} />
      <Text size="sm" c="dimmed">
        {t('agentCase.stillYours')}
      </Text>
    </Stack>
  );
}
