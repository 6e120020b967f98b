import { getExternalWorkflowHandle, log, proxyLocalActivities } from '@temporalio/workflow';
import { activityRetry } from '../kernel/activity-retry.ts';
import { rotationWorkflowId } from '../kernel/workflow-ids.ts';
import { turnRequested } from '../rotation/rotation-messages.ts';
import type { ComplaintActivities } from './complaint-activity-port.ts';
import type { CaseEffect, CaseEvent } from './complaint-event-types.ts';
import { caseMerged, forwarderTold, reportAttached } from './complaint-messages.ts';
import { IncidentLine } from './complaint-incident-messenger.ts';
import type { ReportRef } from './complaint-types.ts';

/** What a case tells other workflows; the rest is told to the store. */
type SentEffect = Exclude<CaseEffect, { type: 'releaseTurn' | 'leaveServers' | 'detachReport' }>;

type Sent<T extends SentEffect['type']> = Extract<SentEffect, { type: T }>;

/** What the case learns when a message finds nobody. */
interface MessengerHost {
  happen(event: CaseEvent): unknown;
  /** A report that the surviving case can take in no more: it opens the next case of the problem. */
  keepLate(report: ReportRef): unknown;
}

// Local: they only start and ask for what would be started and asked for anyway. Store or server may be away for a while:
// after 2 s a retry waits in a durable timer, so that no workflow task is pinned.
const { ensureRotation, requestTurn } = proxyLocalActivities<ComplaintActivities>({
  startToCloseTimeout: '10 seconds',
  localRetryThreshold: '2 seconds',
  retry: activityRetry,
});

/** Carries a case's messages to rotations and other cases. Each leaves in the very workflow task that decided it. */
export class CaseMessenger {
  #host: MessengerHost;
  #underWay = new Set<Promise<unknown>>();
  readonly #incidentLine = new IncidentLine((event) => this.#host.happen(event));

  constructor(host: MessengerHost) {
    this.#host = host;
  }

  /** Whether it is not known yet of some message if it has arrived: the run may not end or continue before. */
  get isSending(): boolean {
    return this.#underWay.size > 0;
  }

  /**
   * Asks for the turn that a case needs because it was started, by an activity: an external signal would cost a workflow
   * task only to hear that it has been sent. Nothing else may go like this: it leaves before the task is committed.
   */
  sendFirst({ request, tier }: Sent<'requestTurn'>, deskId: string): void {
    const asked = requestTurn.executeWithOptions({ summary: `a turn of ${tier}` }, [{ deskId, tier, request }]);
    this.#track('a turn could not be asked for', asked);
  }

  send(effect: SentEffect, deskId: string): void {
    switch (effect.type) {
      case 'requestTurn':
        return this.#track('a turn could not be asked for', signalRequest(effect, deskId));
      case 'tellSurvivor':
        return this.#track('a merge could not be told', this.#tellSurvivor(effect));
      case 'forwardReport':
        return this.#track('a report could not be sent on', this.#forward(effect));
      case 'tellIncident':
        return this.#track('an incident could not be told', this.#incidentLine.send(effect));
      case 'tellForwarders':
        for (const { workflowId } of effect.forwarders) {
          const told = getExternalWorkflowHandle(workflowId).signal(forwarderTold, effect.news);
          // One that has ended by itself needs no news.
          this.#track('a forwarder could not be told', told, 'quietly');
        }
    }
  }

  #track(failure: string, work: Promise<void>, manner?: 'quietly'): void {
    const tracked = work
      .catch((error: unknown) => (manner ? undefined : log.error(failure, { error: String(error) })))
      .finally(() => this.#underWay.delete(tracked));
    this.#underWay.add(tracked);
  }

  async #tellSurvivor({ into, source }: Sent<'tellSurvivor'>): Promise<void> {
    try {
      await getExternalWorkflowHandle(into.workflowId).signal(caseMerged, { source });
    } catch {
      this.#host.happen({ type: 'mergeFailed', source });
    }
  }

  /** The surviving case has just ended: the report opens the next case of the problem. */
  async #forward({ into, report }: Sent<'forwardReport'>): Promise<void> {
    try {
      await getExternalWorkflowHandle(into.workflowId).signal(reportAttached, { report });
    } catch {
      this.#host.happen({ type: 'survivorEnded' });
      this.#host.keepLate(report);
    }
  }
}

async function signalRequest({ tier, request }: Sent<'requestTurn'>, deskId: string): Promise<void> {
  const rotation = getExternalWorkflowHandle(rotationWorkflowId({ deskId, tier }));
  try {
    await rotation.signal(turnRequested, request);
  } catch {
    // Nobody has started this desk's rotation yet, or somebody has ended it.
    await ensureRotation({ deskId, tier });
    await rotation.signal(turnRequested, request);
  }
}
