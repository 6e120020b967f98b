import type { Revised } from '../kernel/catalog.ts';

/** An address of another program that is told of what happens to cases. */
export interface Webhook extends Revised {
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

export interface WebhookRepository {
  /** Inserts once; an existing one is left as it is and false is answered. */
  insert(webhook: Webhook): Promise<boolean>;
  find(webhookId: string): Promise<Webhook | null>;
  /** In order of id. */
  list(): Promise<Webhook[]>;
  /** Overwrites all but the secret, unless a newer or equal version is recorded, or nothing is there: then false. */
  record(webhook: Omit<Webhook, 'secret'>): Promise<boolean>;
  /** The last one to write wins. False when there is no such webhook. */
  recordSecret(webhookId: string, secret: Pick<Webhook, 'secret' | 'updatedAt'>): Promise<boolean>;
  remove(webhookId: string): Promise<void>;
}
