import { ApplicationFailure, proxyLocalActivities, workflowInfo } from '@temporalio/workflow';
import { activityRetry } from '../kernel/activity-retry.ts';
import { DeadlineTimer } from '../kernel/deadline-timer.ts';
import type { ComplaintActivities } from './complaint-activity-port.ts';
import type { Refusal } from './complaint-errors.ts';
import { CaseMessenger } from './complaint-messenger.ts';
import { NewsPublisher } from './complaint-news-publisher.ts';
import { earliestDeadline, unplannedDeadlines } from './complaint-deadlines.ts';
import { isOver, openCase, transition, type Transition } from './complaint-state.ts';
import type { CaseEffect, CaseEvent } from './complaint-event-types.ts';
import type {
  CarriedCase,
  CaseNews,
  CaseState,
  CaseView,
  ComplaintInput,
  Deadline,
  ReportRef,
  SignalledText,
} from './complaint-types.ts';
import { caseView } from './complaint-view.ts';

// Local: it only reads. The store may be away for a while: after 2 s a retry waits in a durable timer, so that no workflow
// task is pinned.
const { planDeadline, planDeadlines } = proxyLocalActivities<ComplaintActivities>({
  startToCloseTimeout: '10 seconds',
  localRetryThreshold: '2 seconds',
  retry: activityRetry,
});

/**
 * A case at work: holds its state, lets events happen to it, and carries out what follows. Contract:
 * 1. `happen` is synchronous: state and decisions never depend on how long an activity takes.
 * 2. A turn is asked for in the very workflow task that decided it.
 * 3. A deadline passes when it is due, whatever else is under way.
 * 4. `settle` leaves nothing unplanned or unpublished that had happened before it was called.
 */
export class ComplaintFlow {
  #state: CaseState;
  readonly #news: NewsPublisher;
  #handsOver: boolean;
  readonly lateReports: ReportRef[] = [];
  readonly #messenger = new CaseMessenger({
    happen: (event) => this.happen(event),
    keepLate: (report) => this.lateReports.push(report),
  });
  readonly #timer = new DeadlineTimer(() => {
    this.#passDueDeadlines();
    this.#news.passTime(Date.now());
  });

  constructor(input: ComplaintInput) {
    this.#news = new NewsPublisher(this, input.carried);
    this.#handsOver = input.carried?.handsOver === true;
    if (input.carried) {
      this.#state = input.carried.state;
      return;
    }
    const opening = openCase(input, Date.now());
    if (opening.outcome !== 'changed') throw ApplicationFailure.nonRetryable('a case that cannot be opened');
    this.#state = opening.state;
    this.#news.addReport(input.firstReport.reportId);
    this.#accept(opening, 'opening');
    for (const report of input.furtherReports ?? []) this.attach(report);
  }

  get state(): CaseState {
    return this.#state;
  }

  get view(): CaseView {
    return caseView(this.#state, workflowInfo().runId);
  }

  get isOver(): boolean {
    return isOver(this.#state);
  }

  get isPlanned(): boolean {
    return unplannedDeadlines(this.#state).length === 0;
  }

  get hasWork(): boolean {
    return !this.isPlanned || this.#news.hasWork;
  }

  /** Whether a turn is being asked for: the next run would not know that. */
  get isAsking(): boolean {
    return this.#messenger.isSending;
  }

  /** What the next run needs to go on where this one ends; between two calls of `settle` that is everything. */
  get carried(): CarriedCase {
    return { state: this.#state, ...this.#news.carried, ...(this.#handsOver && { handsOver: true }) };
  }

  /** Resolves once everything up to now can be read in the store. */
  published(): Promise<void> {
    return this.#news.published();
  }

  /**
   * From now on deadlines are planned together, and news are given to whom the case answers. Code from before ADR 31 has
   * never accepted the update that a turn comes by: so a history that old code has written is replayed as it was written,
   * also where an old worker has answered a new API.
   */
  takesTurnsByUpdate(): void {
    this.#handsOver = true;
  }

  /** See `NewsPublisher.handOver`; always null before a turn has come by an update. */
  async handOver(taker: { isRepeated: boolean; isDurable: boolean }): Promise<CaseNews | null> {
    if (!this.#handsOver) return null;
    const news = await this.#news.handOver(taker);
    this.#armTimer();
    return news;
  }

  /** See `NewsPublisher.doubt`. */
  doubt(): void {
    this.#news.doubt();
  }

  /** Lets an event happen now. A refusal is returned and has changed nothing. */
  happen(event: CaseEvent): Refusal | null {
    const result = transition(this.#state, event, Date.now());
    if (result.outcome === 'refused') return result.refusal;
    this.#accept(result);
    return null;
  }

  /** Takes a report in. One that comes when the case has just closed is kept for the next case of the same problem. */
  attach(report: ReportRef, { isForwarded = false }: { isForwarded?: boolean } = {}): void {
    const refused = this.happen({ type: 'reportAttached', report });
    // The next case here would be found under another fingerprint than the report has: intake's sweeper opens it there.
    if (refused && isForwarded) return;
    if (refused) this.lateReports.push(report);
    // A merged case takes nothing in, it sends it on.
    else if (this.#state.reportIds.includes(report.reportId)) this.#news.addReport(report.reportId);
  }

  /** Keeps a text that came by signal until it is published. */
  keepText(text: SignalledText): void {
    this.#news.addText(text);
  }

  /** Plans the new deadlines and publishes what has happened. */
  async settle(): Promise<void> {
    await this.#planDeadlines();
    this.#armTimer();
    // Nothing is awaited between the timer and the publication otherwise: the order of commands is part of old histories.
    if (this.#news.isConfirmationDue) {
      await this.#news.confirm();
      this.#armTimer();
    }
    await this.#news.publish();
  }

  #accept(result: Exclude<Transition, { outcome: 'refused' }>, cause?: 'opening'): void {
    this.#state = result.state;
    this.#news.addEntries(result.entries);
    for (const effect of result.effects) {
      if (cause === 'opening' && effect.type === 'requestTurn') {
        this.#messenger.sendFirst(effect, this.#state.facts.deskId);
      } else this.#carryOut(effect);
    }
  }

  #carryOut(effect: CaseEffect): void {
    switch (effect.type) {
      case 'releaseTurn':
      case 'leaveServers':
      case 'detachReport':
        return this.#news.addEffect(effect);
      default:
        this.#messenger.send(effect, this.#state.facts.deskId);
    }
  }

  /** At once, not in `settle`: a store that is away must not hold a deadline back. */
  #passDueDeadlines(): void {
    for (let due = earliestDeadline(this.#state); due && due.at <= Date.now(); due = earliestDeadline(this.#state)) {
      this.happen({ type: 'deadlinePassed', serial: due.serial });
    }
  }

  async #planDeadlines(): Promise<void> {
    // While some are planned, others may come or these go.
    for (let next = this.#toPlan(); next.length > 0; next = this.#toPlan()) {
      const instants = await this.#instantsOf(next);
      next.forEach(({ serial }, index) => this.happen({ type: 'deadlinePlanned', serial, at: instants[index] ?? 0 }));
    }
  }

  /** All of them, or one after another in cases from before that. */
  #toPlan(): Deadline[] {
    return unplannedDeadlines(this.#state).slice(0, this.#handsOver ? undefined : 1);
  }

  async #instantsOf(deadlines: Deadline[]): Promise<number[]> {
    const { facts, tier } = this.#state;
    const plans = deadlines.map(({ kind, from, pauses }) => ({
      ...{ deskId: facts.deskId, kind, tier, from },
      ...(pauses ? { pauses } : {}),
    }));
    const [first] = plans;
    const summary = `when the ${plans.map(({ kind }) => kind).join(' and ')} deadline is`;
    if (!this.#handsOver && first) return [await planDeadline.executeWithOptions({ summary }, [first])];
    return planDeadlines.executeWithOptions({ summary }, [plans]);
  }

  #armTimer(): void {
    const deadline = earliestDeadline(this.#state);
    const { confirmAt } = this.#news;
    if (confirmAt !== null && (!deadline || confirmAt < deadline.at)) {
      this.#timer.arm(confirmAt, `whether ${this.#state.number} has been published`);
    } else this.#timer.arm(deadline?.at ?? null, `${deadline?.kind} deadline of ${this.#state.number}`);
  }
}
