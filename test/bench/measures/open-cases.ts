import type { HttpDesk } from '../http/http-desk.ts';
import { inParallel } from '../load/in-parallel.ts';
import { lastTurn, untilAllHaveTurns } from '../load/turns-dealt.ts';
import { figure } from '../report/figure-text.ts';
import type { BenchStack } from '../stack/bench-stack.ts';
import { residentMiBOf } from '../stack/process-cost.ts';
import { pathsWhileGrowing } from './everyday-paths.ts';
import type { Measure } from './measure-types.ts';

const sizes = [100, 1_000, 5_000];
const parallel = 24;
/** What came faster than turns are dealt is dealt within this. */
const patienceMs = 300_000;

/**
 * With few and with many cases that run: more than a worker keeps in memory (WORKFLOW_CACHE_SIZE), so that most of them
 * have to be read anew when somebody acts on them.
 */
export const openCases: Measure = {
  name: 'open',
  title: 'With more and more open cases',
  run(bench, say) {
    let open = 0;
    const reach = async (desk: HttpDesk, size: number) => {
      await openMore(bench, desk, size - open);
      open = size;
      const MiB = await residentMiBOf(bench.stack.workers.flatMap(({ pid }) => pid ?? []));
      return { cells: [size.toLocaleString('en'), `${figure(MiB)} MiB`] };
    };
    return pathsWhileGrowing(bench, { head: ['open', 'worker'], sizes, reach }, say);
  },
};

/** Sends so many complaints, and waits until all of them are with their agents. */
async function openMore({ store }: BenchStack, desk: HttpDesk, count: number): Promise<void> {
  const before = await lastTurn(store);
  await inParallel(count, parallel, () => desk.submit());
  const drained = await untilAllHaveTurns(store, before + count, patienceMs);
  if (drained === null) throw new Error(`not all of ${count} cases have their agents after ${patienceMs / 1_000} s`);
}
