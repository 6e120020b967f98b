import { performance } from 'node:perf_hooks';
import { caseStartOptions } from '../../../api/engine/case-start-options.ts';
import { demoDeskId } from '../../../dev/seed/demo-data.ts';
import type { Lane, LaneStart } from '../bench-types.ts';
import { measureRound } from '../lanes/measure-round.ts';
import { actionBy } from '../load/agent-action.ts';
import { newCaseStart } from '../load/case-source.ts';
import { CaseWatch, isResolved, untilShown } from '../load/case-watch.ts';
import { lastTurn } from '../load/turns-dealt.ts';
import type { BenchStack } from '../stack/bench-stack.ts';
import { laneQueues, startLaneWorker } from '../stack/lane-worker.ts';
import type { NaiveCaseInput, NaiveRotationState } from './naive-workflow.ts';

const rotationId = 'bench-naive-rotation';

/** The same job built plainly: signals both ways, one activity for each state, one reply for each turn. */
export async function startNaiveLane(bench: BenchStack): Promise<LaneStart> {
  const { roster, stack } = bench;
  const worker = await startLaneWorker(bench, 'naive');
  const store = await bench.storeNamed(bench.laneDatabase('naive'));
  const { workflow } = stack.client;
  const first: NaiveRotationState = { deskId: demoDeskId, roster, seq: 0, open: [], queue: [] };
  await workflow.start<(state: NaiveRotationState) => Promise<void>>('naiveRotation', {
    ...{ workflowId: rotationId, taskQueue: laneQueues.naiveRotations },
    args: [first],
  });
  const watch = new CaseWatch(store, demoDeskId);

  const runCase = async () => {
    const began = performance.now();
    const start = newCaseStart();
    const { facts, firstReport } = start;
    const { caseId } = firstReport.candidate;
    const handle = await workflow.start<(input: NaiveCaseInput) => Promise<void>>('naiveCase', {
      ...caseStartOptions(start, laneQueues.naiveCases),
      args: [{ facts, firstReport, rotationId }],
    });
    const { agentId } = await watch.assigned(caseId);
    const acknowledged = actionBy(agentId);
    await handle.executeUpdate('acknowledge', { updateId: acknowledged.actionId, args: [acknowledged] });
    const resolved = actionBy(agentId);
    const resolutionId = resolved.actionId;
    await handle.executeUpdate('resolve', { updateId: resolutionId, args: [{ ...resolved, resolutionId }] });
    await untilShown(store, caseId, isResolved);
    return { caseId, ms: performance.now() - began };
  };
  const lane: Lane = {
    name: 'naive',
    run: async ({ cases, parallel }) => {
      const seqBefore = await lastTurn(store);
      const round = { lane: 'naive', store, deskId: demoDeskId, roster, seqBefore };
      return measureRound(bench, { ...round, cases, parallel, pids: [worker.pid] }, runCase);
    },
    end: async () => {
      await workflow.getHandle(rotationId).terminate('the bench is over');
      await worker.stop();
    },
  };
  return { lane };
}
