import type { Expiring } from '../kernel/expiring.ts';

/**
 * `due`: to be sent, or being tried · `sent`: taken by the mail server · `refused`: the mail server has said no for good ·
 * `gaveUp`: it could not be handed over for days · `notWanted`: when it was its turn, nobody wanted it any more.
 */
type MailState = 'due' | 'sent' | 'refused' | 'gaveUp' | 'notWanted';

/** The mail of one notification. A document of its own: what the worker notes here never meets a reader's mark. */
export interface Mail {
  notificationId: string;
  recipientId: string;
  state: MailState;
  /** How often it was handed to a server. */
  attempts: number;
  /** Of these, how often the server may have taken it without saying so: as often it may have arrived twice. */
  unsure: number;
  /** What the mail server said last. */
  detail: string | null;
  /** ISO 8601 UTC */
  createdAt: string;
  updatedAt: string;
}

export interface MailRepository extends Expiring {
  /** Adds what is not there yet; unique by notification, so that repeating it changes nothing. */
  append(mails: Mail[]): Promise<void>;
  find(notificationId: string): Promise<Mail | null>;
  /** One worker at a time sends a mail; the last one to write wins. */
  recordAttempt(
    notificationId: string,
    outcome: Omit<Mail, 'notificationId' | 'recipientId' | 'createdAt'>,
  ): Promise<void>;
  /** Which of these are still to be sent. */
  dueAmong(notificationIds: string[]): Promise<string[]>;
  /** Of how many it is not known whether they went out, or whether they went out twice. */
  countUnsure(): Promise<number>;
  /** Some of those in this state, in no order. */
  inState(state: MailState, limit: number): Promise<Mail[]>;
}
