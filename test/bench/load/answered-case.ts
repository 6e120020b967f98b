import { sendAction } from '../../../api/engine/case-actions.ts';
import type { CaseAction } from '../../../api/engine/engine-types.ts';
import { createAnswerIntents, type AnswerIntents } from '../../../publishing/answer-intents.ts';
import { createCasePublisher, type CasePublisher } from '../../../publishing/case-publisher.ts';
import { createNotifier } from '../../../publishing/notifier.ts';
import { publishingEngine } from '../../../publishing/publishing-engine.ts';
import type { BenchStack } from '../stack/bench-stack.ts';

interface Publishing {
  publisher: CasePublisher;
  intents: AnswerIntents;
}

const known = new WeakMap<BenchStack, Publishing>();

/** One for each system, as an API process has one: it remembers people for a while. */
function publishingOf(bench: BenchStack): Publishing {
  const before = known.get(bench);
  if (before) return before;
  const { stack, store } = bench;
  const outbox = { mailing: () => undefined, delivery: () => undefined };
  const notifier = createNotifier({ store, outbox, mails: false });
  const publisher = createCasePublisher({ store, engine: publishingEngine(stack.client.workflow), notifier });
  const warn = (message: string, error: unknown) => console.error(message, error);
  const publishing = { publisher, intents: createAnswerIntents({ store, warn }) };
  known.set(bench, publishing);
  return publishing;
}

/**
 * Has a case do something as the API does: that it will be published is kept before (ADR 32), and what the case answers
 * with is published before this resolves (ADR 31).
 *
 * @throws Error when it is not done
 */
export async function actOn(
  bench: BenchStack,
  target: { workflowId: string; caseId: string; runId?: string },
  action: CaseAction,
): Promise<void> {
  // Without a run: to whatever runs under the ID.
  const { caseId, runId = '', workflowId } = target;
  const { intents, publisher } = publishingOf(bench);
  const intentId = await intents.keep(target);
  const ref = { ...action.ref, ...(intentId !== null && { intentKept: true as const }) };
  const asked = { ...action, ref } as CaseAction;
  const outcome = await sendAction(bench.stack.client, { workflowId, runId }, asked);
  if (outcome.kind !== 'done') throw new Error(`${action.name} of case ${caseId}: ${outcome.kind}`);
  const { news, view } = outcome.answer;
  if (news) await publisher.publish({ view, ...news });
  intents.settle(intentId);
}
