/** An address of another program that is told of what happens to cases. */
export interface Webhook {
  webhookId: string;
  url: string;
  /** Types of timeline entries, or `*` for all. */
  events: string[];
  description: string;
  /** Signs what is sent; shown to people once. It must be kept as it is, since a hash could not sign. */
  secret: string;
  active: boolean;
  createdBy: string;
  /** ISO 8601 UTC */
  createdAt: string;
  updatedAt: string;
}

type WebhookChange = Partial<Pick<Webhook, 'url' | 'events' | 'description' | 'active' | 'secret'>>;

export interface WebhookRepository {
  /** Inserts once; an existing one is left as it is and false is answered. */
  insert(webhook: Webhook): Promise<boolean>;
  find(webhookId: string): Promise<Webhook | null>;
  /** In order of id. */
  list(): Promise<Webhook[]>;
  /** Null when there is none. */
  change(webhookId: string, change: WebhookChange & { updatedAt: string }): Promise<Webhook | null>;
  remove(webhookId: string): Promise<void>;
}
