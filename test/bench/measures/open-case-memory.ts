import { openHttpDesk, type HttpDesk } from '../http/http-desk.ts';
import { untilShown } from '../load/case-watch.ts';
import { inParallel } from '../load/in-parallel.ts';
import { figure } from '../report/figure-text.ts';
import type { BenchStack } from '../stack/bench-stack.ts';
import { residentMiBOf } from '../stack/process-cost.ts';
import type { Measure } from './measure-types.ts';

const warmUp = 200;
const count = 1_000;
const parallel = 24;

/** What open cases take: how much more memory is resident after another thousand. */
export const openCaseMemory: Measure = {
  name: 'memory',
  title: 'Memory of open cases',
  async run(bench) {
    const desk = await openHttpDesk(bench.stack.base, []);
    await openCases(bench, desk, warmUp);
    const before = await memoryOf(bench);
    await openCases(bench, desk, count);
    const after = await memoryOf(bench);
    desk.people.close();
    const rows = after.map(({ MiB, part }, index) => {
      const was = before[index]?.MiB ?? 0;
      const each = ((MiB - was) * 1_024) / count;
      return [part, `${figure(was)} MiB`, `${figure(MiB)} MiB`, `${figure(each)} KiB`];
    });
    return {
      table: { head: ['', `${warmUp} open`, `${warmUp + count} open`, 'each'], rows },
      notes: [
        'Resident memory, with what a process keeps for later. Pages that processes share count for each of them.',
      ],
    };
  },
};

async function openCases({ store }: BenchStack, desk: HttpDesk, cases: number): Promise<void> {
  await inParallel(cases, parallel, async () => {
    const { caseId } = await desk.submit();
    await untilShown(store, caseId, ({ agentId }) => agentId !== null);
  });
}

async function memoryOf({ stack }: BenchStack): Promise<{ part: string; MiB: number }[]> {
  const parts = [...stack.workers, stack.api, stack.temporal, ...stack.store];
  return Promise.all(
    parts.map(async ({ name: part, pid }) => ({ part, MiB: await residentMiBOf(pid === undefined ? [] : [pid]) })),
  );
}
