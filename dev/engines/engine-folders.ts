import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root folder. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** Git-ignored; every engine that we fetched or built is in here, one folder for each name and version. */
export const enginesDir = join(projectRoot, '.engines');

/** Says one line of progress to whoever started the provisioning. */
export type Say = (line: string) => void;

/** Makes the folder that all engines share; another local user may use what is in it. */
export async function makeEnginesFolder(dir: string): Promise<string> {
  await mkdir(dir, { recursive: true, mode: 0o755 });
  return dir;
}

/** Makes a folder for data. As root, PostgreSQL's own user must be able to walk through it. */
export async function makeDataFolder(dir: string): Promise<string> {
  await mkdir(dir, { recursive: true, mode: process.geteuid?.() === 0 ? 0o711 : 0o700 });
  return dir;
}
