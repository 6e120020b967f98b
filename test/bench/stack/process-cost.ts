import { readFile } from 'node:fs/promises';
import { processTree } from '../../../dev/chaos/stack/process-tree.ts';

/** Clock ticks of a second in /proc: the kernel tells user space 100, whatever its own are (proc(5), sysconf). */
const ticksPerSecond = 100;

/**
 * CPU seconds, user and system, of these processes and all that descend from them. A child that has ended counts with
 * the parent that waited for it.
 */
export async function cpuSecondsOf(pids: readonly number[]): Promise<number> {
  const members = new Set((await Promise.all(pids.map(processTree))).flat());
  const ticks = await Promise.all([...members].map(async (pid) => cpuTicksIn(await procFile(pid, 'stat'))));
  return ticks.reduce((sum, each) => sum + each, 0) / ticksPerSecond;
}

/** What a line of /proc/<pid>/stat says: utime, stime, and the same of children that were waited for; 0 without a line. */
export function cpuTicksIn(stat: string): number {
  if (stat === '') return 0;
  // The name in parentheses may hold anything. Behind it the state is field 3 of proc(5), utime field 14.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
}

/** Resident memory of these processes and all that descend from them, in MiB. Pages that they share count for each. */
export async function residentMiBOf(pids: readonly number[]): Promise<number> {
  const members = new Set((await Promise.all(pids.map(processTree))).flat());
  const kilobytes = await Promise.all([...members].map(async (pid) => residentKiBIn(await procFile(pid, 'status'))));
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
}

function residentKiBIn(status: string): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
}

/** Empty for a process that has ended meanwhile. */
function procFile(pid: number, name: string): Promise<string> {
  return readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '');
}
