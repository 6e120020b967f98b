import { access, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { enginesDir, makeEnginesFolder } from './engine-folders.ts';
import type { Say } from './engine-folders.ts';
import { withLock } from './provision-lock.ts';

export interface FolderInstall {
  /** Folder's name below the engines' folder; it holds the version, so a new pin is a new folder. */
  name: string;
  /** Fills the empty folder it is given; the folder appears under its name only when this succeeds. */
  fill: (dir: string) => Promise<void>;
  say: Say;
  baseDir?: string;
}

/** Makes `<engines>/<name>` once, even when two processes want it at the same time. Answers its path. */
export async function installFolder({ name, fill, say, baseDir = enginesDir }: FolderInstall): Promise<string> {
  const target = join(baseDir, name);
  if (await exists(target)) return target;
  await makeEnginesFolder(baseDir);
  const install = async (): Promise<string> => {
    if (await exists(target)) return target;
    await removeHalves(baseDir, name);
    const half = await mkdtemp(join(baseDir, `.${name}-`));
    try {
      await fill(half);
      await rename(half, target);
    } finally {
      await rm(half, { recursive: true, force: true });
    }
    return target;
  };
  return withLock(join(baseDir, `${name}.lock`), install, (pid) =>
    say(`waits for process ${pid ?? '?'}, which makes it`),
  );
}

/** What an interrupted run has left behind; we hold the lock, so nobody is filling it. */
async function removeHalves(baseDir: string, name: string): Promise<void> {
  const halves = (await readdir(baseDir)).filter((entry) => entry.startsWith(`.${name}-`));
  await Promise.all(halves.map((entry) => rm(join(baseDir, entry), { recursive: true, force: true })));
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
