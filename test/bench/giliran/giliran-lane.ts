import { performance } from 'node:perf_hooks';
import { caseStartOptions, type ComplaintWorkflow } from '../../../api/engine/case-start-options.ts';
import { demoDeskId } from '../../../dev/seed/demo-data.ts';
import { complaintTaskQueue } from '../../../workflows/kernel/task-queues.ts';
import type { Lane, LaneStart } from '../bench-types.ts';
import { measureRound } from '../lanes/measure-round.ts';
import { actionBy } from '../load/agent-action.ts';
import { actOn } from '../load/answered-case.ts';
import { newCaseStart } from '../load/case-source.ts';
import { CaseWatch, isResolved, untilShown } from '../load/case-watch.ts';
import { untilGivenBack } from '../load/turns-given-back.ts';
import { lastTurn } from '../load/turns-dealt.ts';
import type { BenchStack } from '../stack/bench-stack.ts';

/** The product's workflows and its own worker process, driven by the functions with which its API drives them. */
export function startGiliranLane(bench: BenchStack): Promise<LaneStart> {
  const { roster, stack, store } = bench;
  const watch = new CaseWatch(store, demoDeskId);
  const lane: Lane = {
    name: 'giliran',
    run: async ({ cases, parallel }) => {
      const seqBefore = await lastTurn(store);
      const round = { lane: 'giliran', store, deskId: demoDeskId, roster, seqBefore, cases, parallel };
      const settled = (caseIds: string[]) => untilGivenBack(store, caseIds);
      return measureRound(bench, { ...round, settled, pids: [stack.workers[0]?.pid] }, () => runCase(bench, watch));
    },
    end: () => Promise.resolve(),
  };
  return Promise.resolve({ lane });
}

/** One case from its start until its sender can see that it is resolved. */
export async function runCase(bench: BenchStack, watch: CaseWatch) {
  const { stack, store } = bench;
  const began = performance.now();
  const start = newCaseStart();
  const { caseId } = start.firstReport.candidate;
  const { client } = stack;
  const handle = await client.workflow.start<ComplaintWorkflow>(
    'complaint',
    caseStartOptions(start, complaintTaskQueue),
  );
  const { agentId } = await watch.assigned(caseId);
  const target = { workflowId: handle.workflowId, caseId, runId: handle.firstExecutionRunId };
  await actOn(bench, target, { name: 'acknowledge', ref: actionBy(agentId) });
  const ref = actionBy(agentId);
  await actOn(bench, target, { name: 'resolve', ref: { ...ref, resolutionId: ref.actionId } });
  await untilShown(store, caseId, isResolved);
  return { caseId, workflowId: handle.workflowId, ms: performance.now() - began };
}
