import { z } from 'zod';
import { mailSettings } from './mail-settings.ts';
import { refuseInProduction } from './production-rules.ts';
import { serviceSettingsSchema, unset } from './service-settings.ts';

/** Settings of the worker process. */
export const workerSettingsSchema = serviceSettingsSchema
  .extend({
    ...mailSettings,
    WORKFLOW_BUNDLE: z.string().min(1).default('dist/workflow-bundle.js'),
    /** How many workflows a worker keeps in memory; a case that is not among them is replayed when it moves. */
    WORKFLOW_CACHE_SIZE: z.coerce.number().int().min(10).default(1000),
    /** host:port where the worker shows its metrics and the SDK's to Prometheus; unset: nowhere. */
    WORKER_METRICS_ADDRESS: unset.or(z.string().regex(/^[^\s:]+:\d+$/, 'host:port')).optional(),
    /** Where people open the web application; links in mails lead there. */
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:8080'),
  })
  .superRefine(refuseInProduction);
