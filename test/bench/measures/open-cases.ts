import { until } from '../../../dev/chaos/client/until.ts';
import { demoDeskId } from '../../../dev/seed/demo-data.ts';
import { openHttpDesk, type HttpDesk } from '../http/http-desk.ts';
import { inParallel } from '../load/in-parallel.ts';
import { figure } from '../report/figure-text.ts';
import type { BenchStack } from '../stack/bench-stack.ts';
import { residentMiBOf } from '../stack/process-cost.ts';
import { pathColumns, pathNote, probePaths, wholeRate } from './everyday-paths.ts';
import type { Measure } from './measure-types.ts';

const sizes = [100, 1_000, 5_000];
const parallel = 24;
/** What came faster than turns are dealt is dealt within this. */
const patienceMs = 300_000;

/**
 * The same paths with few and with many cases that run: more than a worker keeps in memory (WORKFLOW_CACHE_SIZE), so that
 * most of them have to be read anew when somebody acts on them.
 */
export const openCases: Measure = {
  name: 'open',
  title: 'With more and more open cases',
  async run(bench, say) {
    const desk = await openHttpDesk(bench.stack.base, bench.roster);
    await probePaths(bench, desk);
    const rows = [];
    let open = 0;
    for (const size of sizes) {
      await openUpTo(bench, desk, size - open);
      open = size;
      const MiB = await residentMiBOf(bench.stack.workers.flatMap(({ pid }) => pid ?? []));
      const figures = [...(await probePaths(bench, desk)), await wholeRate(bench)];
      rows.push([open.toLocaleString('en'), `${figure(MiB)} MiB`, ...figures]);
      say(`  ${rows.at(-1)?.join(' · ')}`);
    }
    desk.people.close();
    return { table: { head: ['open', 'worker', ...pathColumns], rows }, notes: [pathNote] };
  },
};

/** Sends so many complaints, and waits until all of them are with their agents. */
async function openUpTo({ store }: BenchStack, desk: HttpDesk, count: number): Promise<void> {
  const rotation = { deskId: demoDeskId, tier: 'tier-1' as const };
  const before = (await store.rotations.find(rotation))?.seq ?? 0;
  await inParallel(count, parallel, () => desk.submit());
  const isDealt = await until(
    patienceMs,
    async () => ((await store.rotations.find(rotation))?.seq ?? 0) >= before + count,
  );
  if (!isDealt) throw new Error(`not all of ${count} cases have their agents after ${patienceMs / 1_000} s`);
}
