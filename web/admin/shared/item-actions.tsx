import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What can be done with something beside changing its fields, away from the form's own button. */
export function ItemActions({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Paper withBorder p="lg" component="section">
      <Stack gap="md">
        <Title order={2}>{t('admin.actions')}</Title>
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
