import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * What can be done with something beside changing its fields, away from the form's own button. When `changed` changes,
 * other things can be done, and the button that was pressed is perhaps gone: one goes on at the heading.
 */
export function ItemActions({ changed, children }: { changed?: unknown; children: ReactNode }) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(changed);
  useEffect(() => {
    if (before.current !== changed) heading.current?.focus();
    before.current = changed;
  }, [changed]);
  return (
    <Paper withBorder p="lg" component="section">
      <Stack gap="md">
        <Title order={2} ref={heading} tabIndex={-1} className="page-title">
          {t('admin.actions')}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}

/** One of them, with what it is for. */
export function ItemAction({ text, children }: { text: string; children: ReactNode }) {
  return (
    <Group justify="space-between" gap="sm">
      <Text size="sm" c="dimmed" flex="1 1 16rem">
        {text}
      </Text>
      {children}
    </Group>
  );
}
