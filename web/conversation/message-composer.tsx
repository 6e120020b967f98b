import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { isProblem } from '../api/problem.ts';
import { keys } from '../api/query-keys.ts';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { useAttachmentLimits } from './attachment-limits.ts';
import type { KeptFile } from './draft-memory.ts';
import { FileField } from './file-field.tsx';
import { useDraft } from './use-draft.ts';
import { useUploads } from './use-uploads.ts';
import { conversationKeys } from './use-conversation.ts';

interface MessageComposerProps {
  complaintId: string;
  /** A reply goes to the people of the case, a note stays among staff. */
  kind: 'reply' | 'note';
  /** Stands beside the buttons, for instance saved replies: gets the way to add to what is written. */
  tools?: (insert: (text: string) => void) => ReactNode;
  /** Where something else is the next thing to do. */
  quiet?: boolean;
}

const blank = { text: '', files: [] as KeptFile[] };

/** Where one writes to a case. Give it the case's id as `key`: each case has a draft of its own. */
export function MessageComposer({ complaintId, kind, tools, quiet = false }: MessageComposerProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const fieldId = useId();
  const focus = () => document.getElementById(fieldId)?.focus();
  const { draft, change, clear } = useDraft(`case.${complaintId}`, blank);
  const limits = useAttachmentLimits();
  const uploads = useUploads({ change, limits, count: draft.fields.files.length });
  const { text, files } = draft.fields;
  const send = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/v1/complaints/{id}/messages', {
          params: { path: { id: complaintId }, header: { 'idempotency-key': draft.key } },
          body: { kind, text, attachmentIds: files.map(({ id }) => id) },
        }),
      ),
    onSuccess: ({ message }) => {
      clear();
      client.setQueryData<Schemas['Message'][]>(conversationKeys.messages(complaintId), (known) =>
        known?.some(({ id }) => id === message.id) ? known : [...(known ?? []), message],
      );
      focus();
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.complaint(complaintId) }),
  });
  const isEmpty = text.trim() === '';
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (!isEmpty && !uploads.isBusy && !send.isPending) send.mutate();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
  };
  const insert = (more: string) => {
    change((fields) => ({ text: fields.text.trim() === '' ? more : `${fields.text.trimEnd()}\n\n${more}` }));
    focus();
  };
  return (
    <form onSubmit={submit} {...uploads.handlers}>
      <Stack gap="sm">
        <Textarea
          id={fieldId}
          label={t(`conversation.${kind}.label`)}
          description={t(`conversation.${kind}.hint`)}
          autosize
          minRows={3}
          maxRows={14}
          maxLength={10_000}
          value={text}
          error={isProblem(send.error) ? send.error.faultOf('text') : undefined}
          onChange={(event) => change({ text: event.currentTarget.value })}
          onKeyDown={onKeyDown}
        />
        <FileField
          uploads={uploads}
          files={files}
          remove={(id) => change((fields) => ({ files: fields.files.filter((file) => file.id !== id) }))}
        />
        <ProblemAlert error={send.error} />
        <Group gap="sm">
          <Button
            type="submit"
            variant={quiet ? 'light' : 'filled'}
            loading={send.isPending}
            disabled={isEmpty || uploads.isBusy}
          >
            {t(`conversation.${kind}.send`)}
          </Button>
          {tools?.(insert)}
          <span role="status" className="conversation-time">
            {uploads.isBusy ? t('files.wait') : send.isSuccess && isEmpty ? t('conversation.sent') : ''}
          </span>
        </Group>
      </Stack>
    </form>
  );
}
