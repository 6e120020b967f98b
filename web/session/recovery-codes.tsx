import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** Shown this once; they take the focus, so that nobody leaves without having seen them. */
export function RecoveryCodes({ codes, onSeen }: { codes: string[]; onSeen: () => void }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`Giliran\n${codes.join('\n')}\n`)}`;
  return (
    <Alert ref={box} tabIndex={-1} color="yellow" title={t('account.secondFactor.codes.title')} role="alert">
      <Stack gap="sm">
        <Text size="sm">{t('account.secondFactor.codes.text')}</Text>
        <Code block fz="md" data-testid="recovery-codes">
          {codes.join('\n')}
        </Code>
        <Group gap="sm">
          <Button component="a" href={file} download="giliran.txt" variant="default">
            {t('account.secondFactor.codes.keep')}
          </Button>
          <Button onClick={onSeen}>{t('account.secondFactor.codes.seen')}</Button>
        </Group>
      </Stack>
    </Alert>
  );
}
