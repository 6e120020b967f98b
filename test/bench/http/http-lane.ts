import { performance } from 'node:perf_hooks';
import { demoDeskId } from '../../../dev/seed/demo-data.ts';
import type { Lane, LaneStart } from '../bench-types.ts';
import { measureRound } from '../lanes/measure-round.ts';
import { CaseWatch, isResolved, untilShown } from '../load/case-watch.ts';
import { untilGivenBack } from '../load/turns-given-back.ts';
import { lastTurn } from '../load/turns-dealt.ts';
import type { BenchStack } from '../stack/bench-stack.ts';
import { openHttpDesk, type HttpDesk } from './http-desk.ts';

/** The same job through the API's own process: signing in, validation, Idempotency-Key, connections that are kept. */
export async function startHttpLane(bench: BenchStack): Promise<LaneStart> {
  const { roster, stack, store } = bench;
  const desk = await openHttpDesk(stack.base, roster);
  const watch = new CaseWatch(store, demoDeskId);
  const lane: Lane = {
    name: 'http',
    run: async ({ cases, parallel }) => {
      const seqBefore = await lastTurn(store);
      const pids = [stack.workers[0]?.pid, stack.api.pid];
      const round = { lane: 'http', store, deskId: demoDeskId, roster, seqBefore, cases, parallel, pids };
      const settled = (caseIds: string[]) => untilGivenBack(store, caseIds);
      const retries = desk.retries;
      const result = await measureRound(bench, { ...round, settled }, () => runHttpCase(bench, desk, watch));
      return { ...result, noted: { ...result.noted, 'asked again': desk.retries - retries } };
    },
    end: () => {
      desk.people.close();
      return Promise.resolve();
    },
  };
  return { lane };
}

async function runHttpCase({ store }: BenchStack, desk: HttpDesk, watch: CaseWatch) {
  const began = performance.now();
  const { caseId, duplicate, status } = await desk.submit();
  if (status !== 201 || duplicate) throw new Error(`a new problem was answered ${status}, duplicate: ${duplicate}`);
  const { agentId } = await watch.assigned(caseId);
  await desk.acknowledge(agentId, caseId);
  await desk.resolve(agentId, caseId);
  await untilShown(store, caseId, isResolved);
  return { caseId, ms: performance.now() - began };
}
