import type { Store } from '../../store/store.ts';
import type { OutboxActivities } from '../../workflows/outbox/outbox-activity-port.ts';
import type { MailPort } from './mail-port.ts';
import { mailSender } from './mail-sender.ts';
import type { WebhookPort } from './webhook-port.ts';
import { webhookSender } from './webhook-sender.ts';

/** How things leave the service. */
export interface OutboxPorts {
  /** Null: nothing is mailed. */
  mail: MailPort | null;
  webhooks: WebhookPort;
  /** Where people open the web application, without a slash at the end. */
  publicUrl: string;
}

/** The activities of the outbox on this store and these ports. */
export function outboxActivities({ store, ports }: { store: Store; ports: OutboxPorts }): OutboxActivities {
  return { ...mailSender(store, ports), ...webhookSender(store, ports.webhooks) };
}
