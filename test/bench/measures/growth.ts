import { openHttpDesk } from '../http/http-desk.ts';
import { storeFinishedCases } from '../load/stored-cases.ts';
import { pathColumns, pathNote, probePaths, wholeRate } from './everyday-paths.ts';
import type { Measure } from './measure-types.ts';

const sizes = [1_000, 10_000, 100_000];
/** Milliseconds that filling the store up to a size may take. */
const fillLimitMs = 600_000;

/** The paths that everybody takes all day, with few and with many finished cases in the store. */
export const growth: Measure = {
  name: 'growth',
  title: 'With more and more finished cases in the store',
  async run(bench, say) {
    const desk = await openHttpDesk(bench.stack.base, bench.roster);
    await probePaths(bench, desk);
    const rows = [];
    const notes = [pathNote];
    let stored = 0;
    for (const size of sizes) {
      const until = Date.now() + fillLimitMs;
      stored = await storeFinishedCases(bench.store, { from: stored, to: size, roster: bench.roster, until });
      if (stored < size) notes.push(`In ${fillLimitMs / 1_000} s only ${stored} of ${size} cases could be stored.`);
      rows.push([stored.toLocaleString('en'), ...(await probePaths(bench, desk)), await wholeRate(bench)]);
      say(`  ${rows.at(-1)?.join(' · ')}`);
      if (stored < size) break;
    }
    desk.people.close();
    return { table: { head: ['stored', ...pathColumns], rows }, notes };
  },
};
