import { ApplicationFailure, proxyActivities, proxyLocalActivities, setCurrentDetails } from '@temporalio/workflow';
import { activityRetry } from '../kernel/activity-retry.ts';
import { DeadlineTimer } from '../kernel/deadline-timer.ts';
import type { TimelineEntry } from '../kernel/timeline-types.ts';
import type { IncidentActivities } from './incident-activity-port.ts';
import type { IncidentRefusal } from './incident-errors.ts';
import { IncidentMessenger } from './incident-messenger.ts';
import { incidentTransition, isIncidentOver, nextInstant, openIncident } from './incident-state.ts';
import type { IncidentTransition } from './incident-state.ts';
import type { IncidentEvent, IncidentInput, IncidentState, IncidentView } from './incident-types.ts';
import { incidentDetails, incidentView } from './incident-view.ts';

// Local: it only reads. After 2 s a retry waits in a durable timer, so that a store that is away pins no workflow task.
const { planIncidentDeadline } = proxyLocalActivities<IncidentActivities>({
  startToCloseTimeout: '10 seconds',
  localRetryThreshold: '2 seconds',
  retry: activityRetry,
});

const { publishIncident } = proxyActivities<IncidentActivities>({
  startToCloseTimeout: '15 seconds',
  retry: activityRetry,
});

/**
 * An incident at work. Contract:
 * 1. `happen` is synchronous: which cases belong to it never depends on how long the store takes.
 * 2. A case is told in the very workflow task that decided it, or as soon as those before it have been told.
 * 3. `settle` leaves nothing unplanned or unpublished that had happened before it was called.
 */
export class IncidentFlow {
  #state: IncidentState;
  #publishedVersion = 0;
  #entries: TimelineEntry[] = [];
  readonly #messenger = new IncidentMessenger((event) => this.happen(event));
  readonly #timer = new DeadlineTimer(() => this.happen({ type: 'timePassed' }));

  constructor(input: IncidentInput) {
    if (input.carried) {
      this.#state = input.carried.state;
      this.#publishedVersion = input.carried.publishedVersion;
      this.#entries = input.carried.entries;
    } else {
      const opening = openIncident(input, Date.now());
      if (opening.outcome === 'refused') throw ApplicationFailure.nonRetryable('an incident that cannot be opened');
      this.#state = opening.state;
      this.#accept(opening);
    }
    this.#armTimer();
  }

  get state(): IncidentState {
    return this.#state;
  }

  get view(): IncidentView {
    return incidentView(this.#state);
  }

  get isOver(): boolean {
    return isIncidentOver(this.#state);
  }

  get hasWork(): boolean {
    return this.#state.version > this.#publishedVersion || this.#hasUnplannedDeadline;
  }

  get isSending(): boolean {
    return this.#messenger.isSending;
  }

  /** What the next run needs to go on where this one ends; between two calls of `settle` that is everything. */
  get carried(): IncidentInput['carried'] {
    return { state: this.#state, publishedVersion: this.#publishedVersion, entries: this.#entries };
  }

  /** True once everything up to this version can be read in the store. */
  isPublished(version: number): boolean {
    return this.#publishedVersion >= version;
  }

  /** Lets an event happen now. A refusal is returned and has changed nothing. */
  happen(event: IncidentEvent): IncidentRefusal | null {
    const result = incidentTransition(this.#state, event, Date.now());
    if (result.outcome === 'refused') return result.refusal;
    this.#accept(result);
    this.#armTimer();
    return null;
  }

  /** Plans the deadline and publishes what has happened. */
  async settle(): Promise<void> {
    await this.#planDeadline();
    const { view } = this;
    if (view.version === this.#publishedVersion) return;
    const entries = this.#entries;
    this.#entries = [];
    setCurrentDetails(incidentDetails(this.#state));
    const summary = `${view.status}, ${view.caseCount} cases`;
    await publishIncident.executeWithOptions({ summary }, [{ view, entries }]);
    this.#publishedVersion = view.version;
  }

  get #hasUnplannedDeadline(): boolean {
    return this.#state.deadline?.at === null;
  }

  async #planDeadline(): Promise<void> {
    const { deadline, deskId } = this.#state;
    if (!deadline || deadline.at !== null) return;
    const options = { summary: 'when the incident is overdue' };
    const at = await planIncidentDeadline.executeWithOptions(options, [{ deskId, from: deadline.from }]);
    this.happen({ type: 'deadlinePlanned', serial: deadline.serial, at });
  }

  #accept(result: Exclude<IncidentTransition, { outcome: 'refused' }>): void {
    this.#state = result.state;
    this.#entries.push(...result.entries);
    for (const effect of result.effects) this.#messenger.send(effect);
  }

  #armTimer(): void {
    this.#timer.arm(nextInstant(this.#state), this.#state.resolution ? 'for the last answers' : 'until it is overdue');
  }
}
