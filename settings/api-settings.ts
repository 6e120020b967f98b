import { z } from 'zod';
import { mailSettings } from './mail-settings.ts';
import { refuseInProduction } from './production-rules.ts';
import { serviceSettingsSchema, unset } from './service-settings.ts';

/** An ISO 8601 duration in whole days or weeks: rows are removed by the day. */
const retention = (standard: string) =>
  z
    .string()
    .regex(/^P[1-9]\d{0,3}[DW]$/, 'must be whole days or weeks, such as P90D or P12W')
    .default(standard);

/** 32 random bytes in base 64, more of them after commas. */
const sealingKeys = z.string().transform((text, context) => {
  if (text === '') return undefined;
  const keys = text.split(',').map((key) => Buffer.from(key.trim(), 'base64'));
  const isKey = (key: Buffer): boolean => key.length === 32 && new Set(key).size > 8;
  if (keys.every(isKey)) return keys;
  context.addIssue({ code: 'custom', message: 'must be 32 random bytes in base64 (openssl rand -base64 32)' });
  return z.NEVER;
});

const roleList = z
  .string()
  .transform((text) => text.split(',').map((role) => role.trim()))
  .pipe(z.array(z.enum(['submitter', 'agent', 'supervisor', 'admin'])));

/** What the API reads from its environment, beside what every process does. Listed in .env.example. */
export const apiSettingsSchema = serviceSettingsSchema
  .extend({
    ...mailSettings,
    /** 0 lets the system choose. */
    PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
    /** How long the process still answers, /ready excepted, after it has been told to stop. */
    DRAIN_SECONDS: z.coerce.number().min(0).max(60).default(0),
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
    /** Where people open the web application. */
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:8080'),
    /** With what secrets of second factors are encrypted: the first key encrypts, the others still read. Unset: none. */
    SECOND_FACTOR_KEY: sealingKeys.optional(),
    /** Roles, with commas between, whose people must have a second factor. */
    SECOND_FACTOR_ROLES: unset.or(roleList).optional(),
    /** Where people sign in with an account of their organisation (OpenID Connect); unset: only here. */
    OIDC_ISSUER: unset.or(z.url({ protocol: /^https?$/ })).optional(),
    OIDC_CLIENT_ID: unset.or(z.string()).optional(),
    OIDC_CLIENT_SECRET: unset.or(z.string()).optional(),
    /** The claim that holds the user name of an account here. */
    OIDC_USERNAME_CLAIM: z.string().min(1).default('preferred_username'),
  })
  .superRefine(refuseInProduction)
  .superRefine((settings, context) => {
    const demand = (name: keyof typeof settings, because: string): void => {
      if (settings[name] === undefined)
        context.addIssue({ code: 'custom', path: [name], message: `${because} needs it` });
    };
    if (settings.SECOND_FACTOR_ROLES) demand('SECOND_FACTOR_KEY', 'SECOND_FACTOR_ROLES');
    if (settings.OIDC_ISSUER === undefined) return;
    for (const name of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const) demand(name, 'OIDC_ISSUER');
  });
