import type { Say } from '../../../dev/engines/engine-folders.ts';
import type { Lane, LaneResult } from '../bench-types.ts';
import { figure } from '../report/figure-text.ts';
import type { LaneRounds } from '../report/lane-table.ts';
import type { BenchStack } from '../stack/bench-stack.ts';
import { laneStarts } from './lane-list.ts';

export interface LaneOptions {
  lanes: readonly string[];
  rounds: number;
  cases: number;
  parallel: number;
  /** Before the first round, not counted. */
  warmUpCases: number;
  say: Say;
}

/**
 * Runs the lanes interleaved: each round has all of them, and each round begins with another, so that what changes with
 * time changes for all.
 *
 * @throws Error when a round is void
 */
export async function runLanes(bench: BenchStack, options: LaneOptions): Promise<LaneRounds[]> {
  const { cases, parallel, rounds, say, warmUpCases } = options;
  const results: LaneRounds[] = options.lanes.map((name) => ({ name, rounds: [] }));
  const running: { lane: Lane; into: LaneResult[] }[] = [];
  try {
    for (const result of results) {
      const start = await laneStarts[result.name]?.(bench);
      if (start && 'lane' in start) running.push({ lane: start.lane, into: result.rounds });
      else result.skipped = start?.skipped ?? 'there is no such lane';
      if (result.skipped !== undefined) say(`${result.name} is not run: ${result.skipped}`);
    }
    for (const { lane } of running) await lane.run({ round: 0, cases: warmUpCases, parallel });
    for (let round = 1; round <= rounds; round += 1) {
      for (const { into, lane } of turned(running, round - 1)) {
        const result = await lane.run({ round, cases, parallel });
        into.push(result);
        say(`round ${round} ${lane.name}: ${figure(result.cases / result.seconds)} cases/s`);
      }
    }
    return results;
  } finally {
    await Promise.allSettled(running.map(({ lane }) => lane.end()));
  }
}

/** The same, beginning so many further on. */
export function turned<T>(items: readonly T[], by: number): T[] {
  const from = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(from), ...items.slice(0, from)];
}
