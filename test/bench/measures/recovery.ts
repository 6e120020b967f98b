import { performance } from 'node:perf_hooks';
import { openHttpDesk, type HttpDesk } from '../http/http-desk.ts';
import { untilShown } from '../load/case-watch.ts';
import { openLoop } from '../load/open-loop.ts';
import { figure, withRange } from '../report/figure-text.ts';
import { spreadOf } from '../report/statistics.ts';
import type { BenchStack } from '../stack/bench-stack.ts';
import { finishCases } from './finish-cases.ts';
import type { Measure } from './measure-types.ts';

const kills = 5;
const load = { perSecond: 3, seconds: 12 };

/** kill -9 of the only worker while complaints come in; the supervisor starts it again, as `npm start` does. */
export const recovery: Measure = {
  name: 'recovery',
  title: 'After kill -9 of the worker: until a complaint sent at that moment is with an agent',
  async run(bench, say) {
    const desk = await openHttpDesk(bench.stack.base, []);
    const times: number[] = [];
    const caseIds: string[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const sending = openLoop(load, () => desk.submit());
      const seconds = await killAndSend(bench, desk, caseIds);
      times.push(seconds);
      say(`  ${figure(seconds)} s`);
      caseIds.push(...(await sending).map(({ caseId }) => caseId));
    }
    desk.people.close();
    await finishCases(bench, { name: 'recovery', caseIds, seqBefore: 0 });
    const head = ['kills', 'complaints/s meanwhile', 'seconds until with an agent: median (range)', 'cases', 'lost'];
    const row = [String(kills), String(load.perSecond), withRange(spreadOf(times)), String(caseIds.length), '0'];
    return {
      table: { head, rows: [row] },
      notes: ['In the end every case was resolved once and every turn dealt once.'],
    };
  },
};

async function killAndSend({ stack, store }: BenchStack, desk: HttpDesk, caseIds: string[]): Promise<number> {
  await stack.workers[0]?.kill();
  const began = performance.now();
  const { caseId } = await desk.submit();
  caseIds.push(caseId);
  await untilShown(store, caseId, ({ agentId }) => agentId !== null);
  return (performance.now() - began) / 1_000;
}
