import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../engines/engine-folders.ts';
import type { Say } from '../engines/engine-folders.ts';
import { exists } from '../engines/install-folder.ts';
import { withLock } from '../engines/provision-lock.ts';
import { runProgram } from '../engines/run-program.ts';

const sourceFolders = [
  'workflows',
  'store',
  'activities',
  'publishing',
  'worker',
  'api',
  'settings',
  'codec',
  'telemetry',
  'web',
];
const otherSources = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'vite.config.ts'];
const distDir = join(projectRoot, 'dist');
const hashFile = join(distDir, '.source-hash');

/** The workflow bundle that the worker loads. */
export const bundlePath = join(distDir, 'workflow-bundle.js');

/**
 * Compiles worker and API into dist/, bundles the workflows and builds the web application, unless the sources are those of the last build.
 *
 * @throws Error with the compiler's last line
 */
export async function buildProduct(say: Say): Promise<'built' | 'unchanged'> {
  const build = async (): Promise<'built' | 'unchanged'> => {
    const hash = await sourceHash(projectRoot);
    const last = await readFile(hashFile, 'utf8').catch(() => '');
    if (last === hash && (await exists(bundlePath))) return 'unchanged';
    say('compiles TypeScript, bundles the workflows, builds the web application');
    // Whatever NODE_ENV the service gets: people are served the libraries' production builds.
    const env = { ...process.env, NODE_ENV: 'production' };
    const node = (...args: string[]): Promise<string> => runProgram(process.execPath, args, { cwd: projectRoot, env });
    // Types are the matter of `npm run check`: without that check the compiler takes a third of the time.
    await Promise.all([
      node(join('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json', '--noCheck'),
      node('--import', 'tsx', join('worker', 'bundle-main.ts'), bundlePath),
      node(join('node_modules', 'vite', 'bin', 'vite.js'), 'build'),
    ]);
    await writeFile(hashFile, hash);
    return 'built';
  };
  return withLock(join(distDir, '.build.lock'), build, (pid) => say(`waits for process ${pid ?? '?'}, which builds`));
}

/** Changes whenever a file that the build reads does. */
export async function sourceHash(root: string): Promise<string> {
  const listed = await Promise.all(
    sourceFolders.map(async (folder) => {
      const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    }),
  );
  const hash = createHash('sha256');
  for (const file of [...listed.flat().sort(), ...otherSources.map((name) => join(root, name))]) {
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(await readFile(file).catch(() => ''))
      .update('\0');
  }
  return hash.digest('hex');
}
