import { createHash } from 'node:crypto';
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { discover } from './discovery-steps.ts';
import { enginesDir, projectRoot } from './engine-folders.ts';
import type { Say } from './engine-folders.ts';
import { ferretdbVersion, goForFerretdb } from './engine-pins.ts';
import { goDiscovery } from './go-discovery.ts';
import { exists, installFolder } from './install-folder.ts';
import { runProgram } from './run-program.ts';

const sourceDir = join(projectRoot, 'dev', 'engines', 'ferretdb');

/** FerretDB as an earlier run has built it, or undefined. */
export async function ferretdbBuilt(): Promise<string | undefined> {
  const program = join(enginesDir, await folderName(), 'ferretdb');
  return (await exists(program)) ? program : undefined;
}

/** Builds FerretDB from the Go module proxy (go.sum pins every module); about a minute on two cores, once. */
export async function buildFerretdb(say: Say): Promise<string> {
  const dir = await installFolder({
    name: await folderName(),
    say,
    fill: async (half) => {
      const go = await discover(goDiscovery(goForFerretdb), say);
      say(`builds FerretDB ${ferretdbVersion} with Go (once, about a minute)`);
      await runProgram(
        go,
        ['build', '-trimpath', '-mod=readonly', '-buildvcs=false', '-o', join(half, 'ferretdb'), '.'],
        {
          cwd: sourceDir,
          env: { ...process.env, CGO_ENABLED: '0', GOWORK: 'off' },
        },
      );
      await chmod(half, 0o755);
    },
  });
  return join(dir, 'ferretdb');
}

/** Changes with the version and with our own source, so that an old build is never taken for a new one. */
async function folderName(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of ['main.go', 'field_indexes.go', 'go.mod', 'go.sum'])
    hash.update(await readFile(join(sourceDir, file)));
  return `ferretdb-${ferretdbVersion}-${hash.digest('hex').slice(0, 8)}`;
}
