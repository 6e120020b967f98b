import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Nothing is here, which may well be good news; `children` is what one can do. */
export function EmptyState({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" ta="center">
      <Text fw={600}>{title}</Text>
      {text && (
        <Text c="dimmed" maw={420}>
          {text}
        </Text>
      )}
      {children}
    </Stack>
  );
}
