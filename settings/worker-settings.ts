import { z } from 'zod';
import { refuseInProduction } from './production-rules.ts';
import { serviceSettingsSchema, unset } from './service-settings.ts';

/** Settings of the worker process. */
export const workerSettingsSchema = serviceSettingsSchema
  .extend({
    WORKFLOW_BUNDLE: z.string().min(1).default('dist/workflow-bundle.js'),
    /** How many workflows a worker keeps in memory; a case that is not among them is replayed when it moves. */
    WORKFLOW_CACHE_SIZE: z.coerce.number().int().min(10).default(1000),
    /** The mail server: smtp://user:password@host:587, or smtps://…:465. Unset: see MAIL_DIR. */
    SMTP_URL: unset.or(z.url({ protocol: /^smtps?$/ })).optional(),
    /** Where mails are written as files while no SMTP_URL is set; neither: nothing is mailed. */
    MAIL_DIR: unset.or(z.string()).optional(),
    /** The sender of all mail. */
    MAIL_FROM: z
      .string()
      .regex(/^[^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/, 'Giliran <giliran@example.org>')
      .default('Giliran <giliran@giliran.example>'),
    /** Where people open the web application; links in mails lead there. */
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:8080'),
  })
  .superRefine(refuseInProduction);
