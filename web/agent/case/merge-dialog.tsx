import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Complaint } from '../../api/client.ts';
import { keys } from '../../api/query-keys.ts';
import { openStatuses } from '../../shared/case-groups.ts';
import { MoveDialog, type MoveDialogProps } from './move-dialog.tsx';

const mergeable: Complaint['status'][] = [...openStatuses, 'resolved'];

/** Other cases that may be the same problem: of the same system, or with these words in number or title. */
function useCandidates({ id, system }: Complaint, words: string, enabled: boolean) {
  const [q] = useDebouncedValue(words.trim(), 300);
  return useQuery({
    queryKey: [...keys.complaints, 'merge', q || system.id],
    queryFn: async () => {
      const query = q === '' ? { systemId: system.id, limit: 30 } : { q, limit: 30 };
      return (await answer(api.GET('/v1/complaints', { params: { query } }))).items;
    },
    select: (items) => items.filter((other) => other.id !== id && mergeable.includes(other.status)).slice(0, 8),
    enabled,
  });
}

interface MergeDialogProps extends MoveDialogProps {
  /** The case that it is known to be the same as: chosen from the start. */
  suggested?: { id: string; number: string } | undefined;
}

/** The case goes on as another one of the same problem. */
export function MergeDialog({ suggested, ...props }: MergeDialogProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState(suggested?.number ?? '');
  const [intoId, setIntoId] = useState(suggested?.id ?? '');
  const { data: candidates } = useCandidates(props.complaint, words, props.opened);
  return (
    <MoveDialog {...props} move="merge" order={() => ({ name: 'merge', intoId })} onDone={() => setIntoId('')}>
      {(fault) => (
        <>
          <Text>{t('agentCase.move.merge.lead')}</Text>
          <TextInput
            data-autofocus
            label={t('agentCase.move.merge.search')}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Radio.Group
            label={t('agentCase.move.merge.label')}
            value={intoId}
            onChange={setIntoId}
            error={fault('intoId')}
            required
            withAsterisk={false}
          >
            <Stack gap="sm" mt="xs">
              {candidates?.map(({ id, title, number, office, agent }) => (
                <Radio
                  key={id}
                  value={id}
                  required
                  label={title}
                  description={[number, office.name, agent?.name ?? t('inbox.nobody')].join(' · ')}
                />
              ))}
            </Stack>
          </Radio.Group>
          <div role="status">
            {candidates?.length === 0 && <Text c="dimmed">{t('agentCase.move.merge.none')}</Text>}
          </div>
        </>
      )}
    </MoveDialog>
  );
}
