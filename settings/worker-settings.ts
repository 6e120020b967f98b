import { z } from 'zod';
import { serviceSettingsSchema } from './service-settings.ts';

/** Settings of the worker process. */
export const workerSettingsSchema = serviceSettingsSchema.extend({
  WORKFLOW_BUNDLE: z.string().min(1).default('dist/workflow-bundle.js'),
  /** How many workflows a worker keeps in memory; a case that is not among them is replayed when it moves. */
  WORKFLOW_CACHE_SIZE: z.coerce.number().int().min(10).default(1000),
});
