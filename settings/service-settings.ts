import { z } from 'zod';
import { payloadKeysSchema } from './payload-keys.ts';
import { withSecretFiles } from './secret-files.ts';

/** `NAME=` is the same as no NAME at all. */
export const unset = z.literal('').transform(() => undefined);

/** Settings that every process reads from its environment. Listed in .env.example. */
export const serviceSettingsSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TEMPORAL_ADDRESS: z.string().min(1).default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  MONGODB_URI: z.string().startsWith('mongodb'),
  /** Where spans are sent (OTLP over HTTP); unset: nothing is traced. */
  OTEL_EXPORTER_OTLP_ENDPOINT: unset.or(z.url({ protocol: /^https?$/ })).optional(),
  /** Encrypts what Temporal keeps; API and worker must have the same. */
  PAYLOAD_KEYS: payloadKeysSchema,
});

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
