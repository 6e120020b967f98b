import { z } from 'zod';
import { payloadKeysSchema } from './payload-keys.ts';
import { withSecretFiles } from './secret-files.ts';

/** Settings that every process reads from its environment. Listed in .env.example. */
export const serviceSettingsSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TEMPORAL_ADDRESS: z.string().min(1).default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  MONGODB_URI: z.string().startsWith('mongodb'),
  /** Encrypts what Temporal keeps; API and worker must have the same. */
  PAYLOAD_KEYS: payloadKeysSchema,
});

/** `NAME=` is the same as no NAME at all. */
export const unset = z.literal('').transform(() => undefined);

/**
 * Reads and checks settings; secrets may come from files. On bad ones it throws one Error that names every setting at
 * fault; no value is repeated, since it may be a secret.
 */
export function readSettings<T extends z.ZodType>(schema: T, environment: NodeJS.ProcessEnv): z.infer<T> {
  const result = schema.safeParse(withSecretFiles(environment));
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`These settings are missing or wrong (see .env.example):\n${faults.join('\n')}`);
}
