import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { keys } from '../api/query-keys.ts';
import type { ConversationItem } from '../conversation/conversation-items.ts';
import { useUser } from '../session/session.ts';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { randomKey } from '../shared/random-key.ts';
import { ownScore } from './own-score.ts';
import { ScoreField } from './score-field.tsx';

interface RatingFormProps {
  complaintId: string;
  items: readonly ConversationItem[];
  /** The button is gone then: the focus has to go somewhere. */
  onDone: () => void;
}

/** How good the solution was; a radio group, so that arrow keys choose. One may think better of it. */
export function RatingForm({ complaintId, items, onDone }: RatingFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const given = ownScore(items, useUser().id);
  const [chosen, setChosen] = useState(0);
  const [comment, setComment] = useState('');
  const [key, setKey] = useState(randomKey);
  const rate = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/v1/complaints/{id}/rate', {
          params: { path: { id: complaintId }, header: { 'idempotency-key': key } },
          body: { score: chosen, ...(comment.trim() ? { comment } : {}) },
        }),
      ),
    onSuccess: async () => {
      setChosen(0);
      setComment('');
      setKey(randomKey());
      onDone();
      await client.invalidateQueries({ queryKey: keys.complaint(complaintId) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!rate.isPending) rate.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <ScoreField legend={t('myCase.rate.question')} value={chosen || given} onChange={setChosen} />
        {chosen > 0 && (
          <>
            <Textarea
              label={t('myCase.rate.comment')}
              autosize
              minRows={2}
              maxRows={6}
              maxLength={2_000}
              value={comment}
              onChange={(event) => setComment(event.currentTarget.value)}
            />
            <Group>
              <Button type="submit" loading={rate.isPending}>
                {t('myCase.rate.send')}
              </Button>
            </Group>
          </>
        )}
        <ProblemAlert error={rate.error} />
        <Text role="status" size="sm" c="dimmed">
          {chosen === 0 && given > 0 ? t('myCase.rate.thanks', { score: given }) : ''}
        </Text>
      </Stack>
    </form>
  );
}
