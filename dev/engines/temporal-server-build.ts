import { createHash } from 'node:crypto';
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { discover } from './discovery-steps.ts';
import { enginesDir, projectRoot } from './engine-folders.ts';
import type { Say } from './engine-folders.ts';
import { goForTemporalServer, temporalServerVersion } from './engine-pins.ts';
import { goDiscovery } from './go-discovery.ts';
import { installFolder } from './install-folder.ts';
import { runProgram } from './run-program.ts';

const sourceDir = join(projectRoot, 'dev', 'engines', 'temporal-server');

/** By the name that Temporal's own images give it: the package that it is built from. */
const programs = {
  'temporal-server': 'go.temporal.io/server/cmd/server',
  'temporal-sql-tool': 'go.temporal.io/server/cmd/tools/sql',
};

/**
 * The folder with `temporal-server` and `temporal-sql-tool`, which carries the schema of PostgreSQL in itself. Built from
 * the Go module proxy when they are not there yet (go.sum pins every module): about three minutes on two cores, once.
 *
 * @throws Error when there is no Go, or the program that was built is not of the pinned version
 */
export async function obtainTemporalServer(say: Say): Promise<string> {
  return installFolder({ name: await folderName(), say, fill: (half) => build(half, say), baseDir: enginesDir });
}

async function build(dir: string, say: Say): Promise<void> {
  const go = await discover(goDiscovery(goForTemporalServer), say);
  say(`builds Temporal Server ${temporalServerVersion} with Go (once, about three minutes)`);
  const env = { ...process.env, CGO_ENABLED: '0', GOWORK: 'off' };
  for (const [name, source] of Object.entries(programs)) {
    const flags = ['-trimpath', '-mod=readonly', '-buildvcs=false', '-ldflags=-s -w', '-o', join(dir, name)];
    await runProgram(go, ['build', ...flags, source], { cwd: sourceDir, env });
  }
  const answer = (await runProgram(join(dir, 'temporal-server'), ['--version'], { cwd: dir })).trim();
  if (!answer.endsWith(` ${temporalServerVersion}`)) throw new Error(`what was built calls itself "${answer}"`);
  await chmod(dir, 0o755);
}

/** Changes with the version and with every module in it, so that an old build is never taken for a new one. */
async function folderName(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of ['go.mod', 'go.sum']) hash.update(await readFile(join(sourceDir, file)));
  return `temporal-server-${temporalServerVersion}-${hash.digest('hex').slice(0, 8)}`;
}
