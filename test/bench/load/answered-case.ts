import { sendAction } from '../../../api/engine/case-actions.ts';
import type { CaseAction } from '../../../api/engine/engine-types.ts';
import { createCasePublisher, type CasePublisher } from '../../../publishing/case-publisher.ts';
import { createNotifier } from '../../../publishing/notifier.ts';
import { publishingEngine } from '../../../publishing/publishing-engine.ts';
import type { BenchStack } from '../stack/bench-stack.ts';

const publishers = new WeakMap<BenchStack, CasePublisher>();

/** One for each system, as an API process has one: it remembers people for a while. */
function publisherOf(bench: BenchStack): CasePublisher {
  const known = publishers.get(bench);
  if (known) return known;
  const { stack, store } = bench;
  const outbox = { mailing: () => undefined, delivery: () => undefined };
  const notifier = createNotifier({ store, outbox, mails: false });
  const publisher = createCasePublisher({ store, engine: publishingEngine(stack.client.workflow), notifier });
  publishers.set(bench, publisher);
  return publisher;
}

/**
 * Has a case do something as the API does: what it answers with is published before this resolves (ADR 31).
 *
 * @throws Error when it is not done
 */
export async function actOn(
  bench: BenchStack,
  target: { workflowId: string; caseId: string; firstRunId?: string },
  action: CaseAction,
): Promise<void> {
  const { caseId, firstRunId, workflowId } = target;
  const outcome = await sendAction(bench.stack.client, { workflowId, caseId, firstRunId }, action);
  if (outcome.kind !== 'done') throw new Error(`${action.name} of case ${caseId}: ${outcome.kind}`);
  const { news, view } = outcome.answer;
  if (news) await publisherOf(bench).publish({ view, ...news });
}
