import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { ChaosStack } from '../stack/chaos-stack.ts';
import { listRuns } from './engine-runs.ts';
import { withStore } from './store-rows.ts';

export interface SettleWishes {
  limitMs: number;
  /** Cases that may wait for an agent for good. */
  mayWait?: number;
}

/**
 * Waits until nothing is under way any more: every report is in a case, every case has its agent, nothing is to be
 * mailed, no workflow waits for a task or an activity, and the store knows of each case what its workflow knows.
 *
 * @returns what is still under way when the time is over; nothing when all is quiet
 */
export async function settle(
  stack: Pick<ChaosStack, 'client' | 'storeUri'>,
  { limitMs, mayWait = 0 }: SettleWishes,
): Promise<string[]> {
  let unsettled: string[] = ['it was not looked at'];
  for (const until = Date.now() + limitMs; Date.now() < until; await pause(1_000)) {
    try {
      unsettled = await storeWork(stack.storeUri, mayWait);
      if (unsettled.length === 0) unsettled = await engineWork(stack.client);
      if (unsettled.length === 0) unsettled = await untoldWork(stack);
    } catch (error) {
      unsettled = [`cannot look: ${String(error)}`];
    }
    if (unsettled.length === 0) return [];
  }
  return unsettled;
}

async function storeWork(uri: string, mayWait: number): Promise<string[]> {
  return withStore(uri, async (rows) => {
    const [pending, received, escalating, mails, deliveries, answers] = await Promise.all([
      rows('reports', { placement: 'pending' }),
      rows('cases', { status: 'received' }),
      rows('cases', { status: 'escalating' }),
      rows('mails', { state: 'due' }),
      rows('webhookDeliveries', { state: 'due' }),
      rows('answerIntents'),
    ]);
    const waiting = received.length + escalating.length;
    return [
      ...(pending.length > 0 ? [`${pending.length} reports are in no case, ${pending[0]?._id} among them`] : []),
      ...(waiting > mayWait
        ? [`${waiting} cases have no agent, ${(received[0] ?? escalating[0])?._id} among them`]
        : []),
      ...(mails.length > 0 ? [`${mails.length} mails are to be sent`] : []),
      ...(answers.length > 0
        ? [`${answers.length} answers may not have been published, of ${String(answers[0]?.['caseId'])} among them`]
        : []),
      ...(deliveries.length > 0 ? [`${deliveries.length} webhooks are to be called`] : []),
    ];
  });
}

/** What the workflows that run wait for, if not for people and deadlines. */
async function engineWork(client: Client): Promise<string[]> {
  const running = await listRuns(client, `ExecutionStatus = 'Running'`);
  for (let from = 0; from < running.length; from += 16) {
    const some = running.slice(from, from + 16).map(async ({ workflowId }) => {
      const { raw } = await client.workflow.getHandle(workflowId).describe();
      const activities = raw.pendingActivities?.length ?? 0;
      const task = raw.pendingWorkflowTask ? `a task in its try ${raw.pendingWorkflowTask.attempt}` : 'no task';
      return activities > 0 || raw.pendingWorkflowTask
        ? [`${workflowId} has ${activities} activities and ${task}`]
        : [];
    });
    const busy = (await Promise.all(some)).flat();
    if (busy.length > 0) return busy;
  }
  return [];
}

interface Versioned {
  version: number;
}

/** A local activity that is tried again waits in a timer: then only the case itself says that it has more to tell. */
async function untoldWork({ client, storeUri }: Pick<ChaosStack, 'client' | 'storeUri'>): Promise<string[]> {
  const rows = await withStore(storeUri, (all) => all('cases'));
  const versions = new Map(rows.map((row) => [row._id, Number(row['version'])]));
  const running = await listRuns(client, `ExecutionStatus = 'Running' AND WorkflowType = 'complaint'`);
  for (let from = 0; from < running.length; from += 16) {
    const some = running.slice(from, from + 16).map(async ({ caseId, workflowId }) => {
      const { version } = await client.workflow.getHandle(workflowId).query<Versioned>('getCase');
      const told = versions.get(caseId ?? '') ?? 0;
      return told === version ? [] : [`${workflowId} is at version ${version}, the store knows ${told}`];
    });
    const untold = (await Promise.all(some)).flat();
    if (untold.length > 0) return untold;
  }
  return [];
}
