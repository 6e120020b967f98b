import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const reaperProgram = fileURLToPath(new URL('orphan-reaper.mjs', import.meta.url));

/** The processes that must not outlive us, and the signal that ends each cleanly. */
const watched = new Map<number, NodeJS.Signals>();
let reaper: ChildProcess | undefined;

/** From now on this process group is ended when we end, in whatever way we end. */
export function watchOrphan(pid: number, signal: NodeJS.Signals): void {
  if (!reaper) {
    reaper = startReaper();
    process.once('exit', killAll);
  }
  watched.set(pid, signal);
  reaper.stdin?.write(`+${pid} ${signal}\n`);
}

/** The process has ended: its number may soon be somebody else's. */
export function forgetOrphan(pid: number): void {
  watched.delete(pid);
  reaper?.stdin?.write(`-${pid}\n`);
}

/** Ends the watcher when nothing is left to watch, so that it is not left behind. */
export async function endOrphanWatch(): Promise<void> {
  const ending = reaper;
  if (!ending || watched.size > 0) return;
  reaper = undefined;
  process.removeListener('exit', killAll);
  const ended = new Promise((resolve) => ending.once('exit', resolve));
  ending.ref();
  ending.stdin?.end();
  await ended;
}

function startReaper(): ChildProcess {
  const child = spawn(process.execPath, [reaperProgram], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: process.env['PATH'] },
  });
  child.on('error', () => undefined);
  child.stdin?.on('error', () => undefined);
  child.unref();
  (child.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  return child;
}

/** Last resort on a normal exit; after a kill -9 of ourselves the watcher does it. */
function killAll(): void {
  for (const pid of [...watched.keys()].reverse()) {
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }
}
