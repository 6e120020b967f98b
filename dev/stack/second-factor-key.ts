import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The file with this instance's own key for second factors, which lasts as long as its data; made when it is not there.
 *
 * @returns settings for the API; none when the environment has a key of its own
 */
export function secondFactorKeyIn(dir: string, environment: NodeJS.ProcessEnv): { SECOND_FACTOR_KEY_FILE?: string } {
  if (environment['SECOND_FACTOR_KEY'] || environment['SECOND_FACTOR_KEY_FILE']) return {};
  const path = join(dir, 'second-factor.key');
  if (!existsSync(path)) writeFileSync(path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  return { SECOND_FACTOR_KEY_FILE: path };
}
