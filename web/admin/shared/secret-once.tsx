import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconKey } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface SecretOnceProps {
  title: string;
  /** What it is for, and that it is shown only now. */
  text: string;
  secret: string;
}

/** A secret that is shown this once; it takes the focus, so that nobody leaves without having seen it. */
export function SecretOnce({ title, text, secret }: SecretOnceProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => box.current?.focus(), [secret]);
  const copy = async () => {
    // Without https a browser has no clipboard to offer; the text can still be marked and copied.
    await navigator.clipboard.writeText(secret).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Alert ref={box} tabIndex={-1} color="yellow" title={title} icon={<IconKey aria-hidden />} role="alert">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{text}</Text>
        <Code fz="md" px="sm" py={6} style={{ overflowWrap: 'anywhere' }}>
          {secret}
        </Code>
        {'clipboard' in navigator && (
          <Group gap="sm">
            <Button
              size="xs"
              variant="default"
              leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
              onClick={() => void copy()}
            >
              {t('admin.copy')}
            </Button>
            <Text size="sm" role="status">
              {copied ? t('admin.copied') : ''}
            </Text>
          </Group>
        )}
      </Stack>
    </Alert>
  );
}
