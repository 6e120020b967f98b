import { performance } from 'node:perf_hooks';
import { percentile } from '../../../dev/chaos/report/chaos-table.ts';
import { slotMs, slotOf } from '../../../store/kernel/time-slot.ts';
import { openHttpDesk, type HttpDesk } from '../http/http-desk.ts';
import { StillWaiting, untilShown } from '../load/case-watch.ts';
import { openLoop } from '../load/open-loop.ts';
import { lastTurn } from '../load/turns-dealt.ts';
import { figure, milliseconds } from '../report/figure-text.ts';
import type { BenchStack } from '../stack/bench-stack.ts';
import { finishCases } from './finish-cases.ts';
import type { Measure } from './measure-types.ts';

const rates = [5, 15, 30];
const seconds = 25;
const limitMs = 30_000;

/**
 * From the moment at which a complaint is due to be sent until it is answered, and until it can be read with its agent.
 * It is looked at again and again, so that the second figure is rather too high than too low.
 */
export const assignedLatency: Measure = {
  name: 'assigned',
  title: 'From POST to its answer, and until the case is with an agent in the read model',
  async run(bench, say) {
    const desk = await openHttpDesk(bench.stack.base, []);
    await sendAt(bench, desk, { perSecond: 5, seconds: 4 });
    const rows = [];
    for (const perSecond of rates) {
      rows.push(await sendAt(bench, desk, { perSecond, seconds }));
      say(`  ${rows.at(-1)?.join(' · ')}`);
    }
    desk.people.close();
    const head = ['complaints/s', 'answered p50', 'p99', 'assigned p50', 'p99', 'read model behind p99', 'CPU s each'];
    return {
      table: { head, rows },
      notes: [`Each rate for ${seconds} s; the cases of one are resolved before the next.`],
    };
  },
};

async function sendAt(bench: BenchStack, desk: HttpDesk, pace: { perSecond: number; seconds: number }) {
  const { stack, store } = bench;
  const seqBefore = await lastTurn(store);
  const pids = [stack.workers[0]?.pid, stack.api.pid];
  const cpuBefore = await bench.cpuSeconds(pids);
  const beganAt = Date.now();
  const sent = await openLoop(pace, async (dueAt) => {
    const { caseId } = await desk.submit();
    const answered = performance.now() - dueAt;
    const isAssigned = await untilShown(store, caseId, ({ agentId }) => agentId !== null, limitMs).then(
      () => true,
      unlessWaiting,
    );
    return { caseId, answered, assigned: isAssigned ? performance.now() - dueAt : Infinity };
  });
  const cpu = (await bench.cpuSeconds(pids)) - cpuBefore;
  const lags = await lagsSince(bench, beganAt);
  const caseIds = sent.map(({ caseId }) => caseId);
  await finishCases(bench, { name: 'assigned', caseIds, seqBefore });
  const both = [sent.map(({ answered }) => answered), sent.map(({ assigned }) => assigned)];
  const times = both.flatMap((values) => [0.5, 0.99].map((share) => milliseconds(percentile(values, share))));
  return [String(pace.perSecond), ...times, milliseconds(percentile(lags, 0.99)), figure(cpu / sent.length)];
}

/** That it takes longer is a figure, too. */
function unlessWaiting(error: unknown): false {
  if (error instanceof StillWaiting) return false;
  throw error;
}

/** How long after the workflow had decided each of the latest versions was written, in milliseconds. */
async function lagsSince({ store }: BenchStack, since: number): Promise<number[]> {
  const lags: number[] = [];
  for (let at = since; at < Date.now() + slotMs; at += slotMs) {
    const recorded = await store.cases.recordedIn(slotOf(at));
    lags.push(...recorded.map(({ recordedAt, view }) => Date.parse(recordedAt) - Date.parse(view.updatedAt)));
  }
  return lags;
}
