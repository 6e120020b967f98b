import type { OutboxPorts } from '../activities/outbox/outbox-activities.ts';
import { fileMailer, smtpMailer } from './mail-transport.ts';
import { webhookTransport } from './webhook-transport.ts';

interface OutboxSettings {
  NODE_ENV: string;
  SMTP_URL?: string;
  MAIL_DIR?: string;
  MAIL_FROM: string;
  PUBLIC_URL: string;
}

/** How mail and webhooks leave, by the settings. */
export function outboxPorts({
  MAIL_DIR,
  MAIL_FROM: from,
  NODE_ENV,
  PUBLIC_URL,
  SMTP_URL,
}: OutboxSettings): OutboxPorts {
  const files = MAIL_DIR === undefined ? null : fileMailer({ dir: MAIL_DIR, from });
  return {
    mail: SMTP_URL === undefined ? files : smtpMailer({ url: SMTP_URL, from }),
    webhooks: webhookTransport({ allowLoopback: NODE_ENV !== 'production' }),
    publicUrl: PUBLIC_URL.replace(/\/+$/, ''),
  };
}
