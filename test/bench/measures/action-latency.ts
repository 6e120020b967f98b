import { performance } from 'node:perf_hooks';
import { percentile } from '../../../dev/chaos/report/chaos-table.ts';
import { demoDeskId } from '../../../dev/seed/demo-data.ts';
import { openHttpDesk, type HttpDesk } from '../http/http-desk.ts';
import { isResolved, untilShown } from '../load/case-watch.ts';
import { openLoop } from '../load/open-loop.ts';
import { untilGivenBack } from '../load/turns-given-back.ts';
import { lastTurn } from '../load/turns-dealt.ts';
import { lookAtRound } from '../oracle/see-round.ts';
import { milliseconds } from '../report/figure-text.ts';
import type { BenchStack } from '../stack/bench-stack.ts';
import type { Measure } from './measure-types.ts';

const rates = [2, 5, 10];
const seconds = 20;
/** Beyond what the machine carries a case waits long for its agent; what counts here is the action. */
const patienceMs = 240_000;

/** How long an agent waits for the answer to an action, while complaints come in and are worked off at this pace. */
export const actionLatency: Measure = {
  name: 'actions',
  title: 'Actions of agents, while complaints come in and are acknowledged and resolved',
  async run(bench, say) {
    const desk = await openHttpDesk(bench.stack.base, bench.roster);
    await workAt(bench, desk, { perSecond: 2, seconds: 4 });
    const rows = [];
    for (const perSecond of rates) {
      rows.push(await workAt(bench, desk, { perSecond, seconds }));
      say(`  ${rows.at(-1)?.join(' · ')}`);
    }
    desk.people.close();
    const head = ['complaints/s', 'acknowledge p50', 'p99', 'resolve p50', 'p99'];
    return { table: { head, rows }, notes: [`Each pace for ${seconds} s.`] };
  },
};

async function workAt({ roster, store }: BenchStack, desk: HttpDesk, pace: { perSecond: number; seconds: number }) {
  const seqBefore = await lastTurn(store);
  const done = await openLoop(pace, async () => {
    const { caseId } = await desk.submit();
    const { agentId } = await untilShown(store, caseId, (view) => view.agentId !== null, patienceMs);
    const began = performance.now();
    await desk.acknowledge(agentId ?? '', caseId);
    const acknowledged = performance.now();
    await desk.resolve(agentId ?? '', caseId);
    return { caseId, acknowledge: acknowledged - began, resolve: performance.now() - acknowledged };
  });
  const caseIds = done.map(({ caseId }) => caseId);
  for (const caseId of caseIds) await untilShown(store, caseId, isResolved);
  await untilGivenBack(store, caseIds);
  await lookAtRound({ lane: 'actions', store, deskId: demoDeskId, roster, caseIds, seqBefore });
  const both = [done.map(({ acknowledge }) => acknowledge), done.map(({ resolve }) => resolve)];
  const times = both.flatMap((values) => [0.5, 0.99].map((share) => milliseconds(percentile(values, share))));
  return [String(pace.perSecond), ...times];
}
