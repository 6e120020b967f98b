import { z } from 'zod';
import { serviceSettingsSchema } from './service-settings.ts';

/** An ISO 8601 duration in whole days or weeks: rows are removed by the day. */
const retention = (standard: string) =>
  z
    .string()
    .regex(/^P[1-9]\d{0,3}[DW]$/, 'must be whole days or weeks, such as P90D or P12W')
    .default(standard);

/** What the API reads from its environment, beside what every process does. Listed in .env.example. */
export const apiSettingsSchema = serviceSettingsSchema.extend({
  /** 0 lets the system choose. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  /** Loopback unless told otherwise; the container image says 0.0.0.0. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Requests a minute for each account (for each address when nobody is signed in); 0 switches the limit off. */
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(0).default(600),
  /** How many proxies in front of us may be believed about the client's address and https. */
  TRUST_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  /** Megabytes (10⁶ bytes) that one attachment may have. */
  ATTACHMENT_MAX_MB: z.coerce.number().positive().max(1_000).default(10),
  /** How many attachments one report or message may have. */
  ATTACHMENTS_PER_MESSAGE: z.coerce.number().int().min(0).max(50).default(10),
  /** How long notifications are kept; one whose mail is still to be sent is kept longer. */
  NOTIFICATION_RETENTION: retention('P90D'),
  /** How long it is kept which mails went out, from when they were written. */
  MAIL_RETENTION: retention('P30D'),
  /** The same for what webhooks were sent. */
  DELIVERY_RETENTION: retention('P30D'),
  /** Where people open the Temporal UI; links to cases lead there. */
  TEMPORAL_UI_URL: z.url().default('http://127.0.0.1:8233'),
  /** Offers the demo desk's logins on the sign-in page; `npm start` does so when it has filled the desk. */
  DEMO_LOGINS: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true'),
});
