import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identify, stillRuns } from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';

/** A lock folder without an owner file is one whose maker died, or is about to write it. */
const ownerlessGraceMs = 5_000;

/** Held: the lock is ours until released. Otherwise who holds it, if that can be told. */
export type LockAnswer = { held: true; release: () => Promise<void> } | { held: false; pid?: number };

/** Takes the folder `lockDir` as a lock, at once or not at all. A lock whose owner no longer runs is taken over. */
export async function takeLock(lockDir: string): Promise<LockAnswer> {
  while (!(await tryLock(lockDir))) {
    const owner = await readOwner(lockDir);
    if (!(await isStale(lockDir, owner))) return { held: false, pid: owner?.pid };
    await breakLock(lockDir, owner);
  }
  return { held: true, release: () => rm(lockDir, { recursive: true, force: true }) };
}

/**
 * Runs `work` while holding the folder `lockDir`; `mkdir` is atomic on every file system.
 *
 * @param onWait told once when somebody else holds it.
 */
export async function withLock<T>(
  lockDir: string,
  work: () => Promise<T>,
  onWait?: (pid?: number) => void,
): Promise<T> {
  let lock = await takeLock(lockDir);
  if (!lock.held) onWait?.(lock.pid);
  for (; !lock.held; lock = await takeLock(lockDir)) await sleep(200);
  try {
    return await work();
  } finally {
    await lock.release();
  }
}

async function tryLock(lockDir: string): Promise<boolean> {
  await mkdir(dirname(lockDir), { recursive: true, mode: 0o711 });
  try {
    await mkdir(lockDir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  await writeFile(join(lockDir, 'owner.json'), JSON.stringify(await identify(process.pid)));
  return true;
}

async function readOwner(lockDir: string): Promise<ProcessIdentity | undefined> {
  try {
    return JSON.parse(await readFile(join(lockDir, 'owner.json'), 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}

async function isStale(lockDir: string, owner: ProcessIdentity | undefined): Promise<boolean> {
  if (owner) return !(await stillRuns(owner));
  const made = await stat(lockDir).catch(() => undefined);
  return made !== undefined && Date.now() - made.mtimeMs > ownerlessGraceMs;
}

async function breakLock(lockDir: string, seen: ProcessIdentity | undefined): Promise<void> {
  const aside = `${lockDir}.stale-${process.pid}-${Date.now()}`;
  try {
    await rename(lockDir, aside);
  } catch {
    return; // Another waiter was faster.
  }
  // Between our look and our rename a faster waiter may have made a fresh lock: that one is put back.
  const moved = await readOwner(aside);
  if (moved && JSON.stringify(moved) !== JSON.stringify(seen)) await rename(aside, lockDir).catch(() => undefined);
  else await rm(aside, { recursive: true, force: true });
}
