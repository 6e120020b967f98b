import type { Store } from '../../store/store.ts';
import type { Webhook } from '../../store/webhooks/webhook-repository.ts';
import type { Subject } from '../admin/revision.ts';

/** What admins set of a webhook. The secret that signs is not among it: of that only the fact is audited. */
export function webhookSubject({ webhooks }: Store): Subject<Webhook> {
  return {
    kind: 'webhook',
    idOf: ({ webhookId }) => webhookId,
    find: (id) => webhooks.find(id),
    insert: (row) => webhooks.insert(row),
    record: ({ secret: _secret, ...row }) => webhooks.record(row),
    remove: (id) => webhooks.remove(id),
    snapshot: ({ url, events, description, active }) => ({ url, events, description, active }),
  };
}
