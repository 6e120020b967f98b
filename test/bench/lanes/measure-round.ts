import { performance } from 'node:perf_hooks';
import type { Store } from '../../../store/store.ts';
import type { LaneResult, LaneRound } from '../bench-types.ts';
import { inParallel } from '../load/in-parallel.ts';
import { lookAtRound } from '../oracle/see-round.ts';
import type { BenchStack } from '../stack/bench-stack.ts';
import { residentMiBOf } from '../stack/process-cost.ts';

export interface MeasuredRound extends Pick<LaneRound, 'cases' | 'parallel'> {
  lane: string;
  store: Store;
  deskId: string;
  roster: readonly string[];
  /** The number of the last turn before the round. */
  seqBefore: number;
  /** The lane's own processes beside engines and client; the first is its worker. */
  pids: (number | undefined)[];
  /** Settles when nothing of the round is under way any more; its time counts. */
  settled?: (caseIds: string[]) => Promise<void>;
}

/**
 * Does a round's cases and measures them; afterwards, outside of what is measured, everything is looked at.
 *
 * @throws Error when the round is void
 */
export async function measureRound(
  bench: BenchStack,
  round: MeasuredRound,
  runCase: () => Promise<{ caseId: string; ms: number }>,
): Promise<LaneResult> {
  const cpuBefore = await bench.cpuSeconds(round.pids);
  const began = performance.now();
  const done = await inParallel(round.cases, round.parallel, runCase);
  const caseIds = done.map(({ caseId }) => caseId);
  await round.settled?.(caseIds);
  const seconds = (performance.now() - began) / 1_000;
  const cpuSeconds = (await bench.cpuSeconds(round.pids)) - cpuBefore;
  const workerMiB = await residentMiBOf(round.pids.slice(0, 1).flatMap((pid) => pid ?? []));
  await lookAtRound({ ...round, caseIds });
  return {
    ...{ cases: round.cases, seconds, cpuSeconds, latenciesMs: done.map(({ ms }) => ms) },
    noted: { 'worker MiB': Math.round(workerMiB) },
  };
}
