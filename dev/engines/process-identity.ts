import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A pid alone may be somebody else's by now; with its start time it names one process. */
export interface ProcessIdentity {
  pid: number;
  startedAt: string;
}

/** Who runs under this pid now, or undefined when nobody does (a zombie counts as nobody). */
export async function identify(pid: number): Promise<ProcessIdentity | undefined> {
  const startedAt = process.platform === 'linux' ? await linuxStart(pid) : await psStart(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

/** Whether the process that was recorded still runs: the same pid, begun at the same moment. */
export async function stillRuns(recorded: ProcessIdentity): Promise<boolean> {
  return (await identify(recorded.pid))?.startedAt === recorded.startedAt;
}

async function linuxStart(pid: number): Promise<string | undefined> {
  try {
    const [stat, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    ]);
    return parseProcStat(stat, boot.trim());
  } catch {
    return undefined;
  }
}

/** Reads the start time out of /proc/<pid>/stat; the program's name in it may hold blanks and brackets. */
export function parseProcStat(stat: string, bootId: string): string | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  const ticks = fields[19];
  return state === 'Z' || state === 'X' || ticks === undefined ? undefined : `${bootId}/${ticks}`;
}

async function psStart(pid: number): Promise<string | undefined> {
  try {
    const { stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)]);
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}
