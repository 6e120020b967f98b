import type { Expiring } from '../kernel/expiring.ts';

/** `due`: to be sent, or being tried · `delivered` · `failed`: given up; it can be asked for again. */
type DeliveryState = 'due' | 'delivered' | 'failed';

/** One piece of news for one webhook. */
export interface Delivery {
  /** From webhook, case and entry: the same news is kept once. The receiver recognises a repetition by it. */
  deliveryId: string;
  webhookId: string;
  event: string;
  caseId: string;
  /** What is sent, to the byte, at every attempt. */
  body: string;
  state: DeliveryState;
  attempts: number;
  /** The status of the last answer; null when there was none. */
  lastStatus: number | null;
  /** Why the last attempt failed. */
  lastError: string | null;
  /** ISO 8601 UTC */
  createdAt: string;
  lastAttemptAt: string | null;
}

export interface DeliveryPosition {
  createdAt: string;
  deliveryId: string;
}

export type DeliveryOutcome = Pick<Delivery, 'state' | 'attempts' | 'lastStatus' | 'lastError' | 'lastAttemptAt'>;

export interface DeliveryRepository extends Expiring {
  /** Adds what is not there yet; unique by id, so that repeating it changes nothing. */
  append(deliveries: Delivery[]): Promise<void>;
  find(deliveryId: string): Promise<Delivery | null>;
  /** Newest first, after `after`; those of about a month before `now` (ISO 8601 UTC). */
  ofWebhook(
    webhookId: string,
    page: { now: string; limit: number; after?: DeliveryPosition },
  ): Promise<{ items: Delivery[]; next: DeliveryPosition | null }>;
  recordAttempt(deliveryId: string, outcome: DeliveryOutcome): Promise<void>;
  /** Some of those that are still to be sent. */
  due(limit: number): Promise<Delivery[]>;
}
