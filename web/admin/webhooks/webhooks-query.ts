import { useQuery } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.ts';
import { keys } from '../../api/query-keys.ts';

export type Webhook = Schemas['Webhook'];

export function useWebhooks() {
  return useQuery({
    queryKey: [...keys.setup, 'webhooks', 'all'],
    queryFn: async () => (await answer(api.GET('/v1/webhooks'))).items,
  });
}

/** Beside the set-up: what was sent does not change when that does. */
export const deliveriesKey = (id: string) => ['deliveries', id];
