import { performance } from 'node:perf_hooks';
import { percentile } from '../../../dev/chaos/report/chaos-table.ts';
import type { Say } from '../../../dev/engines/engine-folders.ts';
import { openHttpDesk, type HttpDesk } from '../http/http-desk.ts';
import { startHttpLane } from '../http/http-lane.ts';
import { untilShown } from '../load/case-watch.ts';
import { inParallel } from '../load/in-parallel.ts';
import { figure, milliseconds } from '../report/figure-text.ts';
import type { BenchStack } from '../stack/bench-stack.ts';
import type { MeasureResult } from './measure-types.ts';

const probes = 240;
/** How often each case is looked at: of fewer, the p99 is what a few moments of the machine make it. */
const looks = 4;
const parallel = 4;
const wholeCases = { cases: 120, parallel: 16 };
const worked = ['assigned', 'inProgress', 'waitingOnSubmitter'];

const pathColumns = ['submit', 'inbox', 'case page', 'act'].flatMap((path) => [`${path} p50`, 'p99']);

interface Growth {
  /** The columns of what `reach` answers. */
  head: string[];
  sizes: readonly number[];
  /** Brings the system to this size, and says how it is there; `isLast` when it could not be brought so far. */
  reach: (desk: HttpDesk, size: number) => Promise<{ cells: string[]; isLast?: boolean }>;
}

/** The paths that everybody takes all day, measured at one size after the other. */
export async function pathsWhileGrowing(
  bench: BenchStack,
  { head, reach, sizes }: Growth,
  say: Say,
): Promise<MeasureResult> {
  const desk = await openHttpDesk(bench.stack.base, bench.roster);
  await probePaths(bench, desk);
  const rows = [];
  for (const size of sizes) {
    const { cells, isLast = false } = await reach(desk, size);
    rows.push([...cells, ...(await probePaths(bench, desk)), await wholeRate(bench)]);
    say(`  ${rows.at(-1)?.join(' · ')}`);
    if (isLast) break;
  }
  desk.people.close();
  const notes = ['Four requests at a time; whole cases 16 at a time, as in the lane http.'];
  return { table: { head: [...head, ...pathColumns, 'whole cases/s'], rows }, notes };
}

/** Submitting, the inbox, a case's page, acknowledging: each as often, p50 and p99 of each. */
async function probePaths({ store }: BenchStack, desk: HttpDesk): Promise<string[]> {
  const submit: number[] = [];
  const act: number[] = [];
  const cases = await inParallel(probes, parallel, async () => {
    const { caseId } = await timed(submit, () => desk.submit());
    const { agentId } = await untilShown(store, caseId, (view) => view.agentId !== null);
    return { caseId, agentId: agentId ?? '' };
  });
  const inbox = await timesOf(cases, async ({ agentId }) => {
    const read = (status: string) => get(desk, agentId, `/v1/complaints?agentId=${agentId}&status=${status}&limit=100`);
    await Promise.all(worked.map(read));
  });
  const page = await timesOf(cases, async ({ agentId, caseId }) => {
    const read = (part: string) => get(desk, agentId, `/v1/complaints/${caseId}${part}`);
    await Promise.all(['', '/timeline', '/messages'].map(read));
  });
  await inParallel(cases.length, parallel, async (index) => {
    const { agentId, caseId } = cases[index] ?? { agentId: '', caseId: '' };
    await timed(act, () => desk.acknowledge(agentId, caseId));
    await desk.resolve(agentId, caseId);
  });
  return [submit, inbox, page, act].flatMap((times) =>
    [0.5, 0.99].map((share) => milliseconds(percentile(times, share))),
  );
}

/** Whole cases a second through the API. */
async function wholeRate(bench: BenchStack): Promise<string> {
  const start = await startHttpLane(bench);
  if (!('lane' in start)) return '–';
  const { cases, seconds } = await start.lane.run({ round: 1, ...wholeCases });
  await start.lane.end();
  return figure(cases / seconds);
}

async function timesOf<T>(items: T[], look: (item: T) => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  await inParallel(items.length * looks, parallel, (index) =>
    timed(times, () => look(items[index % items.length] as T)),
  );
  return times;
}

async function timed<T>(times: number[], task: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await task();
  times.push(performance.now() - began);
  return result;
}

async function get(desk: HttpDesk, username: string, path: string): Promise<void> {
  const person = await desk.people.person(username);
  const { status } = await person.call('GET', path);
  if (status !== 200) throw new Error(`GET ${path} was answered ${status}`);
}
