import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { forgetOrphan, watchOrphan } from './orphan-watch.ts';

export interface ExitInfo {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** One running program that we started and must end. */
export interface EngineProcess {
  name: string;
  pid: number;
  /** Fulfilled when it has ended, in whatever way; never rejected. */
  exited: Promise<ExitInfo>;
  /** Asks it to end, and kills it when it does not within its time. */
  stop: () => Promise<void>;
  kill: () => void;
}

export interface EngineCommand {
  name: string;
  command: string;
  args: readonly string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  uid?: number;
  gid?: number;
  logFile: string;
  /** Sees every line that it prints, on stdout and stderr. */
  onLine?: (line: string) => void;
  /** Told which process it is as soon as it exists. */
  spawned?: (process: EngineProcess) => void;
  stopSignal?: NodeJS.Signals;
  stopTimeoutMs?: number;
}

/**
 * Starts a program in a process group of its own: a Ctrl-C in the terminal does not reach it, we end it in our order.
 * It is ended too when we die (see orphan-reaper.mjs).
 */
export async function spawnEngine(options: EngineCommand): Promise<EngineProcess> {
  const { name, stopSignal = 'SIGTERM', stopTimeoutMs = 8_000 } = options;
  const child = spawn(options.command, [...options.args], {
    cwd: options.cwd,
    env: options.env ?? process.env,
    uid: options.uid,
    gid: options.gid,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  const pid = child.pid as number;
  watchOrphan(pid, stopSignal);
  copyOutput(child, options);
  const exited = new Promise<ExitInfo>((resolve) => {
    child.once('exit', (code, signal) => {
      forgetOrphan(pid);
      resolve({ code, signal });
    });
  });
  const engine: EngineProcess = {
    name,
    pid,
    exited,
    stop: () => stopGroup(pid, exited, stopSignal, stopTimeoutMs),
    kill: () => signalGroup(pid, 'SIGKILL'),
  };
  options.spawned?.(engine);
  return engine;
}

function copyOutput(child: ChildProcess, { logFile, onLine }: EngineCommand): void {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile, { flags: 'a', mode: 0o600 });
  log.on('error', () => undefined);
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      log.write(`${line}\n`);
      onLine?.(line);
    });
  }
  child.once('close', () => log.end());
}

async function stopGroup(pid: number, exited: Promise<ExitInfo>, signal: NodeJS.Signals, ms: number): Promise<void> {
  signalGroup(pid, signal);
  const timer = new AbortController();
  const late = sleep(ms, 'late' as const, { signal: timer.signal }).catch(() => undefined);
  if ((await Promise.race([exited, late])) === 'late') signalGroup(pid, 'SIGKILL');
  await exited;
  timer.abort();
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended already.
  }
}

/** `ended by SIGKILL` or `ended with code 1`, for a line to the user. */
export function describeExit({ code, signal }: ExitInfo): string {
  return signal ? `ended by ${signal}` : `ended with code ${code}`;
}
