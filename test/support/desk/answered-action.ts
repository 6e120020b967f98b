import type { WorkflowHandle } from '@temporalio/client';
import type { UpdateDefinition } from '@temporalio/common';
import { createCasePublisher } from '../../../publishing/case-publisher.ts';
import { createNotifier } from '../../../publishing/notifier.ts';
import type { ActionAnswer } from '../../../workflows/complaint/complaint-messages.ts';
import type { ActionRef } from '../../../workflows/complaint/complaint-types.ts';
import type { TestDesk } from './test-desk.ts';

/** Publishes what a case has answered with, as the API does (ADR 0031). */
async function publishAnswer(desk: TestDesk, { news, view }: ActionAnswer): Promise<void> {
  const { engine, store } = desk;
  const notifier = createNotifier({ store, outbox: null, mails: false });
  if (news) await createCasePublisher({ store, engine, notifier }).publish({ view, ...news });
}

/**
 * Has an action done as the API does: what the case answers with is published before this resolves, and the case need not
 * look after it. That this test may die in between is kept nowhere.
 */
export async function act<Action extends ActionRef>(
  desk: TestDesk,
  handle: Pick<WorkflowHandle, 'executeUpdate'>,
  update: UpdateDefinition<ActionAnswer, [Action]>,
  action: Action,
): Promise<ActionAnswer> {
  const answer = await handle.executeUpdate(update, { args: [{ ...action, publishes: true, intentKept: true }] });
  await publishAnswer(desk, answer);
  return answer;
}
