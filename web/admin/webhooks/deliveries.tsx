import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.ts';
import { Loading } from '../../shared/loading-state.tsx';
import { MoreButton } from '../../shared/more-button.tsx';
import { Moment } from '../../shared/moment.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import classes from '../admin.module.css';
import { useFieldWords } from '../shared/use-field-words.ts';
import { RedeliverButton } from './redeliver-button.tsx';
import { deliveriesKey } from './webhooks-query.ts';

type Delivery = Schemas['WebhookDelivery'];

const colors: Record<Delivery['state'], string> = { due: 'yellow', delivered: 'green', failed: 'red' };

/** What was sent to a webhook, newest first, and whether it arrived. */
export function Deliveries({ webhookId }: { webhookId: string }) {
  const { t } = useTranslation();
  const { event } = useFieldWords();
  const log = useInfiniteQuery({
    queryKey: deliveriesKey(webhookId),
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const query = { limit: 20, ...(pageParam === '' ? {} : { cursor: pageParam }) };
      return answer(api.GET('/v1/webhooks/{id}/deliveries', { params: { path: { id: webhookId }, query } }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // While something is on its way, look whether it has arrived.
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some((each) => each.state === 'due')) ? 3_000 : false,
  });
  const deliveries = log.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Paper withBorder p="lg" component="section">
      <Stack gap="sm">
        <Title order={2}>{t('admin.webhooks.deliveries')}</Title>
        {log.isPending && <Loading lines={2} />}
        <ProblemAlert error={log.error} retry={() => void log.refetch()} />
        {log.data && deliveries.length === 0 && <Text c="dimmed">{t('admin.webhooks.noDeliveries')}</Text>}
        <ul className={classes.entries}>
          {deliveries.map((delivery) => (
            <li key={delivery.id}>
              <Group justify="space-between" gap="sm">
                <div>
                  <Group gap="xs">
                    <Text fw={600}>{event(delivery.event)}</Text>
                    <Badge color={colors[delivery.state]} variant="light" tt="none" c="var(--mantine-color-text)">
                      {t(`admin.webhooks.state.${delivery.state}`)}
                    </Badge>
                  </Group>
                  <Text size="sm" c="dimmed">
                    <Moment at={delivery.createdAt} /> · {t('admin.webhooks.attempts', { count: delivery.attempts })}
                    {delivery.lastStatus !== null &&
                      ` · ${t('admin.webhooks.answered', { status: delivery.lastStatus })}`}
                    {delivery.state !== 'delivered' &&
                      delivery.lastStatus === null &&
                      delivery.lastError !== null &&
                      ` · ${t('admin.webhooks.unreachable')}`}
                  </Text>
                </div>
                {delivery.state !== 'due' && <RedeliverButton webhookId={webhookId} deliveryId={delivery.id} />}
              </Group>
            </li>
          ))}
        </ul>
        <MoreButton list={log} label={t('admin.older')} />
      </Stack>
    </Paper>
  );
}
