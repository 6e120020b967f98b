import { Button, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { deliveriesKey } from './webhooks-query.ts';

/** Sends it again under the same id, so that whoever has had it drops it. */
export function RedeliverButton({ webhookId, deliveryId }: { webhookId: string; deliveryId: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const again = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/v1/webhooks/{id}/deliveries/{deliveryId}/redeliver', {
          params: { path: { id: webhookId, deliveryId } },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: deliveriesKey(webhookId) }),
  });
  return (
    <Stack gap="xs">
      <Button size="xs" variant="default" loading={again.isPending} onClick={() => again.mutate()}>
        {t('admin.webhooks.redeliver')}
      </Button>
      <ProblemAlert error={again.error} />
    </Stack>
  );
}
