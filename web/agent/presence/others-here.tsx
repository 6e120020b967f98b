import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';

const beatMs = 20_000;

/** Says again and again, while somebody looks at the page, that they do; and hears who else does. */
function usePresence(id: string) {
  return useQuery({
    queryKey: ['presence', id],
    queryFn: async () => (await answer(api.PUT('/v1/complaints/{id}/presence', { params: { path: { id } } }))).others,
    refetchInterval: beatMs,
    staleTime: 0,
    gcTime: 0,
    // The next beat comes soon enough; a page without this line is as good.
    retry: false,
  });
}

/** Who else has the case open, so that two do not answer at once. Nothing while nobody has. */
export function OthersHere({ caseId }: { caseId: string }) {
  const { i18n, t } = useTranslation();
  const { data: others = [], isError } = usePresence(caseId);
  const shown = isError ? [] : others;
  const names = new Intl.ListFormat(i18n.language).format(shown.map(({ name }) => name));
  return (
    <Text size="sm" c="dimmed" aria-live="polite" {...(shown.length === 0 && { pos: 'absolute' })}>
      {shown.length > 0 && (
        <Group gap={6} component="span" wrap="nowrap">
          <IconEye size={16} aria-hidden />
          {t('agentCase.othersHere', { count: shown.length, names })}
        </Group>
      )}
    </Text>
  );
}
