import { Paper, SegmentedControl, Stack, Title, Group } from '@mantine/core';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Complaint } from '../../api/client.ts';
import { ConversationLog } from '../../conversation/conversation-log.tsx';
import { MessageComposer } from '../../conversation/message-composer.tsx';
import { useConversation } from '../../conversation/use-conversation.ts';
import { Loading } from '../../shared/loading-state.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { SavedReplies } from './saved-replies.tsx';

const views = ['all', 'said', 'history'] as const;
type View = (typeof views)[number];

export type MessageKind = 'reply' | 'note';

interface CaseConversationProps {
  complaint: Complaint;
  kind: MessageKind;
  onKind: (kind: MessageKind) => void;
  /** Where one writes, for keys that lead there. */
  composer: RefObject<HTMLDivElement | null>;
}

/** What was said and what happened, together or apart, and where one writes. */
export function CaseConversation({ complaint, kind, onKind, composer }: CaseConversationProps) {
  const { t } = useTranslation();
  const [view, setView] = useState<View>('all');
  const { items, error, refetch } = useConversation(complaint);
  const isOver = ['closed', 'withdrawn', 'merged'].includes(complaint.status);
  const shown = items?.filter((item) => view === 'all' || (item.kind === 'event') === (view === 'history'));
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="case-conversation">
      <Stack>
        <Group justify="space-between">
          <Title order={2} id="case-conversation">
            {t('conversation.title')}
          </Title>
          <SegmentedControl
            size="xs"
            aria-label={t('agentCase.view.label')}
            value={view}
            onChange={setView}
            data={views.map((value) => ({ value, label: t(`agentCase.view.${value}`) }))}
          />
        </Group>
        <ProblemAlert error={error} retry={refetch} />
        {shown ? <ConversationLog items={shown} /> : !error && <Loading />}
        {!isOver && (
          <div ref={composer}>
            <Stack gap="sm">
              <SegmentedControl
                w="fit-content"
                maw="100%"
                aria-label={t('agentCase.write.label')}
                value={kind}
                onChange={onKind}
                data={[
                  { value: 'reply', label: t('agentCase.write.reply') },
                  { value: 'note', label: t('agentCase.write.note') },
                ]}
              />
              <MessageComposer
                key={complaint.id}
                complaintId={complaint.id}
                kind={kind}
                quiet
                tools={(insert) => <SavedReplies deskId={complaint.deskId} insert={insert} />}
              />
            </Stack>
          </div>
        )}
      </Stack>
    </Paper>
  );
}
