import { performance } from 'node:perf_hooks';
import { percentile } from '../../../dev/chaos/report/chaos-table.ts';
import type { HttpDesk } from '../http/http-desk.ts';
import { startHttpLane } from '../http/http-lane.ts';
import { untilShown } from '../load/case-watch.ts';
import { inParallel } from '../load/in-parallel.ts';
import { figure, milliseconds } from '../report/figure-text.ts';
import type { BenchStack } from '../stack/bench-stack.ts';

const probes = 120;
const parallel = 4;
const wholeCases = { cases: 120, parallel: 16 };
const worked = ['assigned', 'inProgress', 'waitingOnSubmitter'];

/** The columns of what `probePaths` and `wholeRate` answer. */
export const pathColumns: readonly string[] = [
  ...['submit', 'inbox', 'case page', 'act'].flatMap((path) => [`${path} p50`, 'p99']),
  'whole cases/s',
];
export const pathNote = 'Four requests at a time; whole cases 16 at a time, as in the lane http.';

/** Submitting, the inbox, a case's page, acknowledging: each as often, p50 and p99 of each. */
export async function probePaths({ store }: BenchStack, desk: HttpDesk): Promise<string[]> {
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
export async function wholeRate(bench: BenchStack): Promise<string> {
  const start = await startHttpLane(bench);
  if (!('lane' in start)) return '–';
  const { cases, seconds } = await start.lane.run({ round: 1, ...wholeCases });
  await start.lane.end();
  return figure(cases / seconds);
}

async function timesOf<T>(items: T[], task: (item: T) => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  await inParallel(items.length, parallel, (index) => timed(times, () => task(items[index] as T)));
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
