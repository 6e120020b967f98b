import { resolve } from 'node:path';
import { z } from 'zod';
import { payloadKeysSchema } from '../../settings/payload-keys.ts';
import { readSettings } from '../../settings/service-settings.ts';
import { projectRoot } from '../engines/engine-folders.ts';

/** What `npm start` itself reads; the service's own settings go on to its processes as they are. */
export const stackSettingsSchema = z.object({
  /** The web address's port. Unset: the one used last time, else 8080, else a free one. */
  PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  /** A Temporal server that runs already; unset: one is started. */
  TEMPORAL_ADDRESS: z.string().optional(),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  /** Where people open the UI of a Temporal server that runs already. */
  TEMPORAL_UI_URL: z.url().optional(),
  /** The demo desk's rotations are started with it; worker and API read it themselves. */
  PAYLOAD_KEYS: payloadKeysSchema,
  /** A MongoDB replica set that runs already; unset: a store is started. */
  MONGODB_URI: z.string().startsWith('mongodb').optional(),
  /** The engines' data, the ports that were chosen, the logs. One instance for each folder. */
  DATA_DIR: z
    .string()
    .default('.data')
    .transform((dir) => resolve(projectRoot, dir)),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
});

export type StackSettings = z.infer<typeof stackSettingsSchema>;

/** An empty setting (`PORT= npm start`) is one that is not set. */
export function readStackSettings(environment: NodeJS.ProcessEnv): StackSettings {
  const set = Object.entries(environment).filter(([, value]) => value !== '');
  return readSettings(stackSettingsSchema, Object.fromEntries(set));
}
