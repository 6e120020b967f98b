import { untilQuiet } from '../load/quiet-machine.ts';
import { storeFinishedCases } from '../load/stored-cases.ts';
import { pathsWhileGrowing } from './everyday-paths.ts';
import type { Measure } from './measure-types.ts';

const sizes = [1_000, 10_000, 100_000];
/** Milliseconds that filling the store up to a size may take. */
const fillLimitMs = 600_000;
/** Milliseconds that the store may take to be done with it. */
const quietLimitMs = 180_000;

/** With few and with many finished cases in the store. */
export const growth: Measure = {
  name: 'growth',
  title: 'With more and more finished cases in the store',
  async run(bench, say) {
    const short: string[] = [];
    let stored = 0;
    const reach = async (_desk: unknown, size: number) => {
      const until = Date.now() + fillLimitMs;
      stored = await storeFinishedCases(bench.store, { from: stored, to: size, roster: bench.roster, until });
      const isLast = stored < size;
      if (!(await untilQuiet(quietLimitMs))) short.push('The store had still to do with what was put into it.');
      if (isLast) short.push(`In ${fillLimitMs / 1_000} s only ${stored} of ${size} cases could be stored.`);
      return { cells: [stored.toLocaleString('en')], isLast };
    };
    const { notes, table } = await pathsWhileGrowing(bench, { head: ['stored'], sizes, reach }, say);
    return { table, notes: [...notes, 'After each filling it is waited until the machine is idle.', ...short] };
  },
};
