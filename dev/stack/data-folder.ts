import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDataFolder } from '../engines/engine-folders.ts';
import type { Say } from '../engines/engine-folders.ts';
import { takeLock } from '../engines/provision-lock.ts';
import { UserError } from './user-error.ts';
import { endLeftOvers } from './process-record.ts';

export interface DataFolder {
  dir: string;
  logDir: string;
  release: () => Promise<void>;
}

/**
 * Takes a data folder for this instance alone, and ends what a crashed one has left running on it.
 *
 * @throws UserError when another instance runs on it
 */
export async function takeDataFolder(dir: string, say: Say): Promise<DataFolder> {
  await makeDataFolder(dir);
  const lock = await takeLock(join(dir, 'instance.lock'));
  if (!lock.held) {
    throw new UserError(
      `Giliran already runs on ${dir} (process ${lock.pid ?? 'unknown'}).`,
      'Use that one, or stop it, or start a second one on data of its own: DATA_DIR=.data-2 npm start',
    );
  }
  await endLeftOvers(dir, say);
  const logDir = join(dir, 'logs');
  await mkdir(logDir, { recursive: true, mode: 0o700 });
  return { dir, logDir, release: lock.release };
}
