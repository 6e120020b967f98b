import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { WorkflowHandle } from '@temporalio/client';
import { listRuns } from '../../../dev/chaos/observe/engine-runs.ts';
import { demoDeskId } from '../../../dev/seed/demo-data.ts';
import { rotationWorkflowId } from '../../../workflows/kernel/workflow-ids.ts';
import type { TurnRequest } from '../../../workflows/rotation/rotation-types.ts';
import { turnsAfter } from '../oracle/see-round.ts';
import { figure } from '../report/figure-text.ts';
import type { BenchStack } from '../stack/bench-stack.ts';
import { laneQueues, startLaneWorker } from '../stack/lane-worker.ts';
import type { Measure } from './measure-types.ts';

const turns = 10_000;
/** So many cases have an agent at once: each gives its place back when that many more have got theirs. */
const openAtOnce = 320;
/** Requests that are on their way to the rotation and not answered. */
const aheadAtMost = 320;
/** Each takes the grants of so many cases: a workflow takes 10,000 signals. */
const takers = 100;
const limitMs = 360_000;

/**
 * One rotation alone: a client asks for turns by the signal that cases send, one after the other, and gives places back.
 * The grants go to workflows that do nothing with them.
 */
export const rotationSpeed: Measure = {
  name: 'rotation',
  title: 'Turns of one rotation',
  async run(bench, say) {
    const worker = await startLaneWorker(bench, 'floor');
    try {
      return await measureRotation(bench, say);
    } finally {
      await worker.stop();
    }
  },
};

async function measureRotation(bench: BenchStack, say: (line: string) => void) {
  const { client } = bench.stack;
  const rotationId = rotationWorkflowId({ deskId: demoDeskId, tier: 'tier-1' });
  for (let taker = 0; taker < takers; taker += 1)
    await client.workflow.start<() => Promise<void>>('grantTaker', {
      ...{ workflowId: takerId(taker), taskQueue: laneQueues.floor },
    });
  const rotation = client.workflow.getHandle(rotationId);
  const began = performance.now();
  const marks = await askForTurns(bench, rotation, began, say);
  const seconds = (performance.now() - began) / 1_000;
  await demandOrder(bench);
  const runs = await listRuns(client, `WorkflowId = '${rotationId}'`);
  const rates = marks.slice(1).map((mark, index) => 1_000 / (mark - (marks[index] ?? 0)));
  return {
    table: {
      head: ['turns', 'seconds', 'turns/s', 'slowest thousand', 'runs (continue-as-new)'],
      rows: [
        [
          ...[turns.toLocaleString('en'), figure(seconds), figure(turns / seconds)],
          ...[`${figure(Math.min(...rates))}/s`, String(runs.length)],
        ],
      ],
    },
    notes: [
      `Requests are sent one after the other; turn n went to request n and to agent n of the round, without gap or double. At most ${openAtOnce + aheadAtMost} places are taken or asked for at once.`,
    ],
  };
}

/** Sends all requests, never more than so many ahead of the answers; @returns when each thousand was dealt, in seconds */
async function askForTurns(
  { store }: BenchStack,
  rotation: WorkflowHandle,
  began: number,
  say: (line: string) => void,
): Promise<number[]> {
  const marks = [0];
  let sent = 0;
  const look = async (): Promise<number> => {
    const dealt = (await store.rotations.find({ deskId: demoDeskId, tier: 'tier-1' }))?.seq ?? 0;
    while (marks.length <= Math.floor(dealt / 1_000)) {
      marks.push((performance.now() - began) / 1_000);
      say(`  ${(marks.length - 1) * 1_000} turns after ${figure(marks.at(-1) ?? 0)} s`);
    }
    if (performance.now() - began > limitMs) throw new Error(`only ${dealt} turns in ${limitMs / 1_000} s`);
    return dealt;
  };
  for (let dealt = await look(); dealt < turns; dealt = await look()) {
    while (sent < Math.min(turns, dealt + aheadAtMost)) {
      sent += 1;
      const endedId = requestId(sent - openAtOnce);
      await Promise.all([
        rotation.signal('turnRequested', requestOf(sent)),
        sent > openAtOnce ? rotation.signal('released', { requestId: endedId }) : undefined,
      ]);
    }
    await pause(20);
  }
  return marks;
}

/** @throws Error unless turn n is request n's and agent n's, for each n */
async function demandOrder({ roster, store }: BenchStack): Promise<void> {
  const dealt = await turnsAfter(store, demoDeskId, 0);
  if (dealt.length !== turns) throw new Error(`${dealt.length} turns were dealt to ${turns} requests`);
  for (const [index, turn] of dealt.entries()) {
    const agentId = roster[index % roster.length];
    if (turn.seq === index + 1 && turn.requestId === requestId(index + 1) && turn.agentId === agentId) continue;
    throw new Error(`turn ${index + 1} is ${JSON.stringify(turn)}, which was to go to ${agentId}`);
  }
}

const caseIdOf = (no: number): string => `bench-case-${no}`;
const requestId = (no: number): string => `${caseIdOf(no)}/tier-1/1`;
const takerId = (taker: number): string => `bench-grant-taker-${taker}`;

function requestOf(no: number): TurnRequest {
  return {
    ...{ requestId: requestId(no), caseId: caseIdOf(no), workflowId: takerId(no % takers), attempt: 1 },
    ...{ excludedAgentIds: [], preferredAgentId: null, supersedes: null },
  };
}
