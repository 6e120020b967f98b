import { costOfProcess, sumOfCosts } from './cost-of-process.ts';
import type { ManyDesksOptions } from './many-desks-types.ts';
import type { ManyDesksRun } from './scaling-tables.ts';
import { simulateManyDesks } from './simulate-many-desks.ts';
import { sampleSteadyState } from './steady-state.ts';

/** A Monday four weeks before a week without a holiday, and few desks: a week of one costs as much as a day of seven. */
const sample = { desks: 2, from: '2026-01-19' };

/** Many desks for some days, and beside them a few for weeks. */
export async function runManyDesks(options: ManyDesksOptions): Promise<ManyDesksRun> {
  const many = simulateManyDesks(options);
  const steady = sampleSteadyState({ ...sample, seed: options.seed });
  const { result, ...cost } = await many;
  return { options, result, steady, ...sumOfCosts([cost, costOfProcess()]) };
}
