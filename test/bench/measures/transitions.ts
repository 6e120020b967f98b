import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import { demoDeskId } from '../../../dev/seed/demo-data.ts';
import { rotationWorkflowId } from '../../../workflows/kernel/workflow-ids.ts';
import { runCase } from '../giliran/giliran-lane.ts';
import { CaseWatch } from '../load/case-watch.ts';
import { inParallel } from '../load/in-parallel.ts';
import { untilGivenBack } from '../load/turns-given-back.ts';
import { lastTurn } from '../load/turns-dealt.ts';
import { lookAtRound } from '../oracle/see-round.ts';
import { figure } from '../report/figure-text.ts';
import type { BenchStack } from '../stack/bench-stack.ts';
import { costOfChain, costOfRun, shareOf, sum, type EngineCost } from './engine-cost.ts';
import type { Measure } from './measure-types.ts';

const [casesUnderLoad, parallel] = [150, 24];
const rotationId = rotationWorkflowId({ deskId: demoDeskId, tier: 'tier-1' });

/** Counted and not timed: a busy machine moves them by one or two, by what meets in one workflow task. */
export const transitions: Measure = {
  name: 'transitions',
  title: 'State transitions and history events of a case, from start over turn, acknowledge and resolve to the release',
  async run(bench) {
    const { client } = bench.stack;
    const watch = new CaseWatch(bench.store, demoDeskId);
    // The first case of a rotation also starts it.
    await countCases(bench, watch, 1, 1);
    const alone = await countCases(bench, watch, 1, 1);
    const loaded = await countCases(bench, watch, casesUnderLoad, parallel);
    return {
      table: {
        head: ['', 'case: transitions', 'events', 'share of the rotation: transitions', 'events', 'together', 'events'],
        rows: [rowOf('alone', alone), rowOf(`${casesUnderLoad} cases, ${parallel} at a time, mean`, loaded)],
      },
      notes: [`Events of the case that was alone: ${await eventsIn(client, alone.workflowIds[0] ?? '')}`],
    };
  },
};

interface Counted {
  /** The mean of the cases. */
  ofCase: EngineCost;
  ofRotation: EngineCost;
  workflowIds: string[];
}

async function countCases(bench: BenchStack, watch: CaseWatch, count: number, atOnce: number): Promise<Counted> {
  const { roster, stack, store } = bench;
  const seqBefore = await lastTurn(store);
  const before = await costOfChain(stack.client, rotationId);
  const done = await inParallel(count, atOnce, () => runCase(bench, watch));
  const caseIds = done.map(({ caseId }) => caseId);
  await untilGivenBack(store, caseIds);
  await lookAtRound({ lane: 'transitions', store, deskId: demoDeskId, roster, caseIds, seqBefore });
  const costs = await inParallel(count, 8, (index) => costOfRun(stack.client, done[index]?.workflowId ?? ''));
  return {
    ofCase: shareOf({ transitions: 0, events: 0 }, costs.reduce(sum), count),
    ofRotation: shareOf(before, await costOfChain(stack.client, rotationId), count),
    workflowIds: done.map(({ workflowId }) => workflowId),
  };
}

function rowOf(name: string, { ofCase, ofRotation }: Counted): string[] {
  const all = sum(ofCase, ofRotation);
  return [
    name,
    ...[ofCase, ofRotation, all].flatMap(({ events, transitions: count }) => [figure(count), figure(events)]),
  ];
}

/** By type, in the order in which they first came. */
async function eventsIn(client: Client, workflowId: string): Promise<string> {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  const counts = new Map<string, number>();
  for (const { eventType } of events ?? []) {
    const name = proto.temporal.api.enums.v1.EventType[eventType ?? 0]?.replace('EVENT_TYPE_', '').toLowerCase() ?? '?';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => `${count} × ${name.replaceAll('_', ' ')}`).join(', ');
}
