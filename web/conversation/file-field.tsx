import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCamera, IconPaperclip, IconX } from '@tabler/icons-react';
import { useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/problem.ts';
import { sizeOf } from '../shared/size-words.ts';
import type { KeptFile } from './draft-memory.ts';
import type { Upload, Uploads } from './use-uploads.ts';
import './file-field.css';

interface FileFieldProps {
  uploads: Uploads;
  files: readonly KeptFile[];
  remove: (id: string) => void;
}

/** Files for what one writes: chosen, photographed, dropped on the form or pasted into it. */
export function FileField({ uploads, files, remove }: FileFieldProps) {
  const { t } = useTranslation();
  const { limits } = uploads;
  const picker = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  // Whoever has removed a file goes on where files are added.
  const removing = (act: () => void) => () => {
    act();
    picker.current?.parentElement?.querySelector('button')?.focus();
  };
  const input = (ref: RefObject<HTMLInputElement | null>, label: string, capture: boolean) => (
    <input
      ref={ref}
      hidden
      type="file"
      aria-label={label}
      {...(capture ? { accept: 'image/*', capture: 'environment' as const } : { multiple: true })}
      onChange={({ currentTarget }) => {
        uploads.add(currentTarget.files ?? []);
        currentTarget.value = '';
      }}
    />
  );
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {input(picker, t('files.add'), false)}
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPaperclip size={16} aria-hidden />}
          onClick={() => picker.current?.click()}
        >
          {t('files.add')}
        </Button>
        {input(camera, t('files.photograph'), true)}
        <Button
          className="camera-button"
          variant="default"
          size="sm"
          leftSection={<IconCamera size={16} aria-hidden />}
          onClick={() => camera.current?.click()}
        >
          {t('files.photograph')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {limits
          ? t('files.limits', { number: limits.maximumFiles, size: sizeOf(limits.maximumBytes) })
          : t('files.kinds')}
      </Text>
      <ul className="file-list" aria-label={t('files.chosen')}>
        {files.map(({ id, fileName, size }) => (
          <li key={id} className="file-line">
            <span className="file-name">{fileName}</span>
            <Text span size="sm" c="dimmed">
              {sizeOf(size)}
            </Text>
            <RemoveButton name={fileName} remove={removing(() => remove(id))} />
          </li>
        ))}
        {uploads.pending.map((upload) => (
          <PendingFile
            key={upload.key}
            upload={upload}
            limits={limits}
            retry={() => uploads.retry(upload)}
            remove={removing(() => uploads.drop(upload.key))}
          />
        ))}
      </ul>
    </Stack>
  );
}

interface PendingFileProps {
  upload: Upload;
  limits: Uploads['limits'];
  retry: () => void;
  remove: () => void;
}

function PendingFile({ upload, limits, retry, remove }: PendingFileProps) {
  const { t } = useTranslation();
  const { name } = upload.file;
  const { error, progress, refusal } = upload;
  const isLine = isProblem(error, 'offline');
  const fault = refusal
    ? t(`files.refused.${refusal}`, { size: sizeOf(limits?.maximumBytes ?? 0), number: limits?.maximumFiles ?? 0 })
    : isLine || !isProblem(error)
      ? t('files.broken')
      : (error.facts.detail ?? t('files.broken'));
  return (
    <li className="file-line">
      <span className="file-name">{name}</span>
      {error === undefined && !refusal ? (
        <progress value={progress} aria-label={t('files.uploading', { name })} />
      ) : (
        <Text span size="sm" c="var(--mantine-color-error)" role="alert" className="file-fault">
          {fault}
        </Text>
      )}
      {isLine && (
        <Button size="compact-sm" variant="default" onClick={retry}>
          {t('problem.retry')}
        </Button>
      )}
      <RemoveButton name={name} remove={remove} />
    </li>
  );
}

function RemoveButton({ name, remove }: { name: string; remove: () => void }) {
  const { t } = useTranslation();
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      c="var(--mantine-color-text)"
      px={6}
      aria-label={t('files.remove', { name })}
      onClick={remove}
    >
      <IconX size={16} aria-hidden />
    </Button>
  );
}
