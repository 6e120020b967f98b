import { readFile } from 'node:fs/promises';
import { processTree } from '../../../dev/chaos/stack/process-tree.ts';

/** /proc counts in these, on every Linux. */
const ticksPerSecond = 100;

/**
 * CPU seconds, user and system, that processes and all that descend from them have used so far. Those that ended are in
 * it too, as far as their parents have waited for them, which servers do.
 */
export async function cpuSecondsOf(roots: readonly number[]): Promise<number> {
  const trees = await Promise.all(roots.map((root) => processTree(root)));
  const ticks = await Promise.all([...new Set(trees.flat())].map(ticksOf));
  return ticks.reduce((sum, each) => sum + each, 0) / ticksPerSecond;
}

async function ticksOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // utime, stime, cutime and cstime: fields 14 to 17, the 12th to 15th behind the name in parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
}
