import { readFileSync } from 'node:fs';

/** Settings that may stand in a file of their own, which NAME_FILE names: how containers are handed secrets. */
const secretSettings = ['MONGODB_URI', 'SMTP_URL', 'PAYLOAD_KEYS', 'SECOND_FACTOR_KEY', 'OIDC_CLIENT_SECRET'] as const;

/**
 * The environment with the secrets read from their files.
 * @throws Error naming the setting, never what it holds
 */
export function withSecretFiles(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const read: NodeJS.ProcessEnv = {};
  for (const name of secretSettings) {
    const path = environment[`${name}_FILE`];
    if (!path) continue;
    if (environment[name]) throw new Error(`${name} and ${name}_FILE are both set: which one counts?`);
    read[name] = contentOf(path, name).replace(/\r?\n$/, '');
  }
  return { ...environment, ...read };
}

function contentOf(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Error(`The file that ${name}_FILE names cannot be read`, { cause });
  }
}
