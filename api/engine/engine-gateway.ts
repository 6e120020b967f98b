import type { Client, Connection } from '@temporalio/client';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { unlessGone } from '../../publishing/gone-workflow.ts';
import { publishingEngine } from '../../publishing/publishing-engine.ts';
import { complaintTaskQueue, outboxTaskQueue, rotationTaskQueue } from '../../workflows/kernel/task-queues.ts';
import {
  mailingWorkflowId,
  officeServerWorkflowId,
  replanningWorkflowId,
  rotationWorkflowId,
  webhookDeliveryWorkflowId,
} from '../../workflows/kernel/workflow-ids.ts';
import { calendarChanged } from '../../workflows/replanning/replanning-messages.ts';
import { limitChanged } from '../../workflows/office-server/office-server-messages.ts';
import { sendAction, signalAction, signalDoubt, signalMessage } from './case-actions.ts';
import { lookAtRun } from './case-runs.ts';
import type { ComplaintWorkflow } from './case-start-options.ts';
import { caseStartOptions } from './case-start-options.ts';
import type { EngineConnectionOptions } from './engine-connection.ts';
import { engineError, lazyClient } from './engine-connection.ts';
import type { CaseAddress, Engine, RotationSignal } from './engine-types.ts';
import { actOnIncident, incidentStartOptions } from './incident-actions.ts';
import { actOnServer, serverStartOptions } from './server-actions.ts';
import { KnownRuns } from './known-runs.ts';
import { attachReport, attachToKnown } from './report-attaching.ts';
import { isPolled } from './queue-pollers.ts';
import { sendRotationSignal } from './rotation-signals.ts';

export interface EngineOptions extends EngineConnectionOptions {
  /** Where workers wait for complaints; tests give their own. */
  complaintTaskQueue?: string;
  rotationTaskQueue?: string;
  /** Bound of every call except an action's wait for its answer, milliseconds. */
  callTimeoutMs?: number;
  /** How long an action waits for a worker's answer, milliseconds. */
  actionTimeoutMs?: number;
}

type Guard = <T>(timeoutMs: number, call: () => Promise<T>) => Promise<T>;

/** `settled` resolves when no call is under way any more, which their time limits bound. */
function deadlineGuard(connection: Connection): { guard: Guard; settled: () => Promise<unknown> } {
  const underWay = new Set<Promise<unknown>>();
  const guard: Guard = async (timeoutMs, call) => {
    const calling = connection.withDeadline(Date.now() + timeoutMs, call);
    underWay.add(calling);
    try {
      return await calling;
    } catch (error) {
      throw engineError(error);
    } finally {
      underWay.delete(calling);
    }
  };
  return { guard, settled: () => Promise.allSettled([...underWay]) };
}

async function unlessRunning<Started>(start: Promise<Started>): Promise<Started | 'alreadyRunning'> {
  try {
    return await start;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return 'alreadyRunning';
    throw error;
  }
}

/** The methods that send something and look at no answer but the server's. */
function deliveries(
  { client, known }: { client: Client; known: KnownRuns },
  guard: Guard,
  callMs: number,
  queues: { complaint: string; rotation: string },
) {
  const { workflow } = client;
  const publishing = publishingEngine(workflow);
  const outgoing = async (type: string, workflowId: string, input: object): Promise<void> => {
    const where = { workflowId, taskQueue: outboxTaskQueue, workflowIdConflictPolicy: 'USE_EXISTING' as const };
    await workflow.start(type, { ...where, args: [input] });
  };
  return {
    startCase: (start) =>
      guard(callMs, async () => {
        const options = caseStartOptions(start, queues.complaint);
        const begun = await unlessRunning(workflow.start<ComplaintWorkflow>('complaint', options));
        if (begun === 'alreadyRunning') return begun;
        known.remember(options.workflowId, { ...start.firstReport.candidate, runId: begun.firstExecutionRunId });
        return 'started';
      }),
    attachReport: (attachment) => guard(callMs, () => attachReport(client, attachment)),
    attachToKnown: (attachment) => guard(callMs, () => attachToKnown(client, known, attachment)),
    signalAction: (address, action) => guard(callMs, () => signalAction(client, address, action)),
    startRotation: (input) =>
      guard(callMs, async () => {
        await workflow.start('rotation', {
          workflowId: rotationWorkflowId(input),
          taskQueue: queues.rotation,
          args: [input],
          workflowIdConflictPolicy: 'USE_EXISTING',
          staticSummary: `Rotation of ${input.tier} at desk ${input.deskId}`,
        });
      }),
    releaseTurn: (release) => guard(callMs, () => publishing.releaseTurn(release)),
    caseLeft: (left) => guard(callMs, () => publishing.caseLeft(left)),
    startMailing: (notificationId) =>
      guard(callMs, () => outgoing('mailing', mailingWorkflowId(notificationId), { notificationId })),
    startDelivery: (deliveryId) =>
      guard(callMs, () => outgoing('webhookDelivery', webhookDeliveryWorkflowId(deliveryId), { deliveryId })),
    addMessage: (address, message) => guard(callMs, () => signalMessage(client, address, message)),
    doubtPublishing: (address) => guard(callMs, () => signalDoubt(client, address)),
    replanDesk: (key) =>
      guard(callMs, async () => {
        await workflow.signalWithStart('replanning', {
          workflowId: replanningWorkflowId(key),
          taskQueue: queues.complaint,
          args: [key],
          signal: calendarChanged,
          signalArgs: [{}],
          staticSummary: `Running deadlines of desk ${key.deskId} are planned again`,
        });
      }),
    signalRotation: (key, signal: RotationSignal) =>
      guard(callMs, () => {
        const sent = sendRotationSignal(workflow.getHandle(rotationWorkflowId(key)), signal);
        return unlessGone(
          sent.then(() => 'signalled' as const),
          'notRunning' as const,
        );
      }),
    startServer: (start) =>
      guard(callMs, async () => {
        await workflow.start('officeServer', serverStartOptions(start, queues.complaint));
      }),
    startIncident: (start) =>
      guard(callMs, async () => {
        const begun = await unlessRunning(workflow.start('incident', incidentStartOptions(start, queues.complaint)));
        return begun === 'alreadyRunning' ? 'known' : 'started';
      }),
    changeServerLimit: (key, limit) =>
      guard(callMs, () => {
        const sent = workflow.getHandle(officeServerWorkflowId(key)).signal(limitChanged, { limit });
        return unlessGone(
          sent.then(() => 'signalled' as const),
          'notRunning' as const,
        );
      }),
  } satisfies Partial<Engine>;
}

/** A case may go on as another run between a look and an action; each round needs such a coincidence again. */
const rounds = 4;

/** The real engine. Connects when it is first used; call `close` once at the end. */
export function connectEngine(options: EngineOptions): Engine {
  const { client, connection } = lazyClient(options);
  const { guard, settled } = deadlineGuard(connection);
  const callMs = options.callTimeoutMs ?? 3_000;
  const actionMs = options.actionTimeoutMs ?? 5_000;
  const queues = {
    complaint: options.complaintTaskQueue ?? complaintTaskQueue,
    rotation: options.rotationTaskQueue ?? rotationTaskQueue,
  };
  const known = new KnownRuns();
  const runOfCase = async ({ caseId, workflowId }: CaseAddress) => {
    const run = await lookAtRun(client, known, workflowId);
    return run?.running === true && run.caseId === caseId ? run : null;
  };
  return {
    ...deliveries({ client, known }, guard, callMs, queues),
    describeCase: (workflowId) => guard(callMs, () => lookAtRun(client, known, workflowId)),
    act: async (address, action) => {
      for (let round = 0; round < rounds; round += 1) {
        const seen = (round === 0 ? known.ofCase(address) : null) ?? (await guard(callMs, () => runOfCase(address)));
        if (seen === null) break;
        const target = { workflowId: address.workflowId, runId: seen.runId };
        const outcome = await guard(actionMs, () => sendAction(client, target, action));
        if (outcome.kind !== 'notRunning') return outcome;
        known.forget(address.workflowId, seen);
      }
      return { kind: 'notRunning' };
    },
    actOnServer: (key, action) => guard(actionMs, () => actOnServer(client, key, action)),
    actOnIncident: (incidentId, action) => guard(actionMs, () => actOnIncident(client, incidentId, action)),
    ping: (timeoutMs) =>
      guard(timeoutMs, async () => {
        await connection.workflowService.describeNamespace({ namespace: options.namespace });
      }),
    workersPoll: (timeoutMs) =>
      guard(timeoutMs, async () => {
        for (const queue of Object.values(queues)) {
          if (!(await isPolled(connection, options.namespace, queue))) return false;
        }
        return true;
      }),
    // A call that is tried again on a closed channel would end the process by an exception that nobody can catch.
    close: async () => {
      await settled();
      await connection.close();
    },
  };
}
