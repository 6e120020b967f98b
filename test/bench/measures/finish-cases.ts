import { demoDeskId } from '../../../dev/seed/demo-data.ts';
import { actionBy } from '../load/agent-action.ts';
import { actOn } from '../load/answered-case.ts';
import { isResolved, untilShown } from '../load/case-watch.ts';
import { inParallel } from '../load/in-parallel.ts';
import { untilGivenBack } from '../load/turns-given-back.ts';
import { lookAtRound } from '../oracle/see-round.ts';
import type { BenchStack } from '../stack/bench-stack.ts';

const parallel = 16;
/** What came faster than it can be worked off takes its time to be worked off. */
const patienceMs = 240_000;

/**
 * Has cases that are with their agents acknowledged and resolved, so that the next measurement begins with an empty desk,
 * and looks at all of them and their turns.
 *
 * @throws Error when anything is lost, doubled or out of turn
 */
export async function finishCases(
  bench: BenchStack,
  round: { name: string; caseIds: string[]; seqBefore: number },
): Promise<void> {
  const { roster, store } = bench;
  const { caseIds, name: lane, seqBefore } = round;
  await inParallel(caseIds.length, parallel, async (index) => {
    const caseId = caseIds[index] ?? '';
    const { agentId, workflowId } = await untilShown(store, caseId, (view) => view.agentId !== null, patienceMs);
    const target = { workflowId, caseId };
    await actOn(bench, target, { name: 'acknowledge', ref: actionBy(agentId ?? '') });
    const ref = actionBy(agentId ?? '');
    await actOn(bench, target, { name: 'resolve', ref: { ...ref, resolutionId: ref.actionId } });
    await untilShown(store, caseId, isResolved);
  });
  await untilGivenBack(store, caseIds);
  await lookAtRound({ lane, store, deskId: demoDeskId, roster, caseIds, seqBefore });
}
