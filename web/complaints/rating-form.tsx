import { Button, Group, Rating, Stack, Text, Textarea } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
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

/** How good the solution was; a radio group, so that arrow keys choose. One may think better of it. */
export function RatingForm({ complaintId, items }: { complaintId: string; items: readonly ConversationItem[] }) {
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
        <fieldset className="bare-fieldset">
          <legend>{t('myCase.rate.question')}</legend>
          <Rating
            emptySymbol={<IconStar size={34} aria-hidden />}
            fullSymbol={<IconStarFilled size={34} aria-hidden className="rating-star" />}
            value={chosen || given}
            onChange={setChosen}
            getSymbolLabel={(score) => t('myCase.rate.score', { score })}
          />
        </fieldset>
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
