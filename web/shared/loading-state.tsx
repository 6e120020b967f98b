import { Center, Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What stands in for content that is on its way. */
export function Loading({ page = false, lines = 4 }: { page?: boolean; lines?: number }) {
  const { t } = useTranslation();
  const shapes = (
    <Stack gap="sm" w="100%" role="status">
      <VisuallyHidden>{t('app.loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} h={line === 0 ? 28 : 18} w={line === 0 ? '45%' : '100%'} />
      ))}
    </Stack>
  );
  return page ? (
    <Center component="main" maw={640} mx="auto" p="xl">
      {shapes}
    </Center>
  ) : (
    shapes
  );
}
