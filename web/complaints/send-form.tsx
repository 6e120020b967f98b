import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAttachmentLimits } from '../conversation/attachment-limits.ts';
import { FileField } from '../conversation/file-field.tsx';
import { useDraft } from '../conversation/use-draft.ts';
import { useUploads } from '../conversation/use-uploads.ts';
import { isProblem } from '../api/problem.ts';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { CategoryField, DescriptionField, SystemField, TitleField } from './send-fields.tsx';
import { ServerField } from './server-field.tsx';
import { blankFields, isKnown, missingFields, sendingOf, type RequiredField } from './send-draft.ts';
import { mayHaveArrived, sendOnce, type Sent } from './send-once.ts';
import { postComplaint } from './post-complaint.ts';
import { SimilarCases } from './similar-cases.tsx';
import { SystemNotices } from './system-notices.tsx';
import './send.css';

/** What is wrong, in as few fields as it takes. Kept as it is typed, sent once. */
export function SendForm({ onSent }: { onSent: (sent: Sent) => void }) {
  const { t } = useTranslation();
  const { draft, change, clear } = useDraft('send', blankFields);
  const limits = useAttachmentLimits();
  const uploads = useUploads({ change, limits, count: draft.fields.files.length });
  // Beside the form where there is room: nothing moves away under whoever types.
  const isWide = useMediaQuery('(min-width: 62em)', false, { getInitialValueInEffect: false });
  const [isChecked, setIsChecked] = useState(false);
  const { fields, key } = draft;
  const send = useMutation({
    mutationFn: () => sendOnce({ sending: sendingOf(fields), attempted: fields.attempted, key }, postComplaint),
    onSuccess: (sent) => {
      clear();
      onSent(sent);
    },
    onError: (error) => {
      if (mayHaveArrived(error)) change(({ attempted }) => ({ attempted: [...attempted, sendingOf(fields)] }));
    },
  });
  const missing = missingFields(fields);
  const faultOf = (name: RequiredField) =>
    isChecked && missing.includes(name)
      ? t(`send.missing.${name}`)
      : isProblem(send.error)
        ? send.error.faultOf(name)
        : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    const [first] = missing;
    if (first) document.getElementById(`send-${first}`)?.focus();
    else if (!uploads.isBusy && !send.isPending) send.mutate();
  };
  const field = (name: RequiredField) => ({
    id: `send-${name}`,
    value: fields[name],
    error: faultOf(name),
    onValue: (value: string) => change({ [name]: value }),
  });
  const isBlank = JSON.stringify(fields) === JSON.stringify(blankFields);
  return (
    <form onSubmit={submit} noValidate {...uploads.handlers} className="send-form">
      <Paper withBorder p={{ base: 'md', sm: 'lg' }}>
        <Stack>
          <div>
            <SystemField
              {...field('systemId')}
              onValue={(systemId) => change({ systemId, sameAs: null, incident: null, differentFrom: [] })}
            />
            <SystemNotices fields={fields} change={change} />
          </div>
          <div>
            <TitleField {...field('title')} />
            {!isWide && <SimilarCases fields={fields} change={change} most={2} />}
          </div>
          {!isKnown(fields) && <CategoryField {...field('category')} />}
          <DescriptionField {...field('description')} isOptional={isKnown(fields)} />
          {!fields.sameAs && (
            <ServerField
              value={fields.serverId}
              error={isProblem(send.error) ? send.error.faultOf('serverId') : undefined}
              onValue={(serverId) => change({ serverId })}
            />
          )}
          <FileField
            uploads={uploads}
            files={fields.files}
            remove={(id) => change(({ files }) => ({ files: files.filter((file) => file.id !== id) }))}
          />
          <ProblemAlert error={send.error} />
          <Group gap="sm">
            <Button type="submit" size="md" loading={send.isPending} disabled={uploads.isBusy}>
              {t(fields.sameAs ? 'send.attach' : 'send.submit')}
            </Button>
            {!isBlank && (
              <Button variant="subtle" onClick={clear}>
                {t('send.clear')}
              </Button>
            )}
          </Group>
          <Text size="sm" c="dimmed" role="status">
            {uploads.isBusy ? t('files.wait') : isBlank ? '' : t('send.kept')}
          </Text>
        </Stack>
      </Paper>
      {isWide && <SimilarCases fields={fields} change={change} most={3} />}
    </form>
  );
}
