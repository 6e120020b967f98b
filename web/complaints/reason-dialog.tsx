import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Complaint } from '../api/client.ts';
import { isProblem } from '../api/problem.ts';
import { keys } from '../api/query-keys.ts';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { randomKey } from '../shared/random-key.ts';
import '../shared/dialog.css';

interface ReasonDialogProps {
  complaintId: string;
  /** Its texts are under `myCase`. */
  name: 'withdraw' | 'reopen';
  act: (reason: string, key: string) => Promise<{ complaint: Complaint }>;
  /** The button may be gone then: the focus has to go somewhere. */
  onDone: () => void;
}

/** A button, and behind it the question why; what one decides here is asked once more by asking that. */
export function ReasonDialog({ complaintId, name, act, onDone }: ReasonDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [reason, setReason] = useState('');
  const [key, setKey] = useState(randomKey);
  const action = useMutation({
    mutationFn: () => act(reason, key),
    onSuccess: async ({ complaint }) => {
      dialog.current?.close();
      setReason('');
      setKey(randomKey());
      client.setQueryData(keys.complaint(complaintId), complaint);
      onDone();
      await client.invalidateQueries({ queryKey: keys.complaint(complaintId) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '' && !action.isPending) action.mutate();
  };
  return (
    <>
      <Button variant="default" w="fit-content" onClick={() => dialog.current?.showModal()}>
        {t(`myCase.${name}.open`)}
      </Button>
      <dialog ref={dialog} className="dialog" aria-labelledby={titleId}>
        <form onSubmit={submit}>
          <Stack>
            <Title order={2} id={titleId}>
              {t(`myCase.${name}.title`)}
            </Title>
            <Text>{t(`myCase.${name}.text`)}</Text>
            <Textarea
              label={t(`myCase.${name}.reason`)}
              autosize
              minRows={2}
              maxRows={8}
              maxLength={2_000}
              value={reason}
              error={isProblem(action.error) ? action.error.faultOf('reason') : undefined}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <ProblemAlert error={action.error} />
            <Group gap="sm">
              <Button type="submit" loading={action.isPending} disabled={reason.trim() === ''}>
                {t(`myCase.${name}.confirm`)}
              </Button>
              <Button variant="default" onClick={() => dialog.current?.close()}>
                {t('app.cancel')}
              </Button>
            </Group>
          </Stack>
        </form>
      </dialog>
    </>
  );
}
