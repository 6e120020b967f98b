import { deadlineOf } from '../../../activities/deadline-plan.ts';
import { earliestDeadline, unplannedDeadlines } from '../../../workflows/complaint/complaint-deadlines.ts';
import type { Refusal } from '../../../workflows/complaint/complaint-errors.ts';
import type { CaseEffect, CaseEvent } from '../../../workflows/complaint/complaint-event-types.ts';
import { isOver, type Transition } from '../../../workflows/complaint/complaint-state.ts';
import type { CaseNews, CaseState, ComplaintInput, ReportRef } from '../../../workflows/complaint/complaint-types.ts';
import { caseView } from '../../../workflows/complaint/complaint-view.ts';
import { second } from './simulated-network.ts';
import type { CaseWorld } from './world-ports.ts';

/** The workflow waits so long for its turn before it publishes for the first time. */
const firstWait = 2 * second;

/** A running case, wired as ComplaintFlow, CaseMessenger and their workflow wire it: happen at once, then plan, arm the timer, publish. */
export class CaseRun {
  state: CaseState;
  /** The instant of the armed timer. */
  timerAt: number | null = null;
  readonly #world: CaseWorld;
  #news = noNews();
  #publishedVersion = 0;
  #asking = 0;
  #isSettling = false;
  #mayPublish = false;
  #hasEnded = false;
  readonly #lateReports: ReportRef[] = [];

  constructor(world: CaseWorld, input: ComplaintInput) {
    this.#world = world;
    const opening = world.machines.openCase(input, world.network.now);
    if (opening.outcome !== 'changed') throw new Error('a case that cannot be opened');
    world.watch.caseDecided({ before: null, event: null, result: opening });
    this.state = opening.state;
    this.#news.placedReportIds.push(input.firstReport.reportId);
    this.#accept(opening);
    for (const report of input.furtherReports ?? []) this.#attach(report);
    world.network.after(firstWait, () => this.#begin());
  }

  /** A message has arrived: a signal, or an accepted update. */
  receive(event: CaseEvent): Refusal | null {
    const refusal = event.type === 'reportAttached' ? this.#attach(event.report) : this.#happen(event);
    if (this.state.agentId !== null) this.#begin();
    this.#goOn();
    return refusal;
  }

  #begin(): void {
    if (this.#mayPublish) return;
    this.#mayPublish = true;
    this.#goOn();
  }

  #happen(event: CaseEvent): Refusal | null {
    const before = this.state;
    const result = this.#world.machines.transition(before, event, this.#world.network.now);
    this.#world.watch.caseDecided({ before, event, result });
    if (result.outcome === 'refused') return result.refusal;
    this.#accept(result);
    return null;
  }

  #attach(report: ReportRef): null {
    const refused = this.#happen({ type: 'reportAttached', report });
    if (refused) this.#lateReports.push(report);
    else if (this.state.reportIds.includes(report.reportId)) this.#news.placedReportIds.push(report.reportId);
    return null;
  }

  #accept(result: Exclude<Transition, { outcome: 'refused' }>): void {
    this.state = result.state;
    this.#news.entries.push(...result.entries);
    for (const effect of result.effects) this.#carryOut(effect);
  }

  #carryOut(effect: CaseEffect): void {
    const { signalCase, signalRotation } = this.#world;
    switch (effect.type) {
      case 'releaseTurn':
        this.#news.releases.push({ tier: effect.tier, requestId: effect.requestId });
        return;
      case 'leaveServers':
        (this.#news.leavingAgentIds ??= []).push(effect.agentId);
        return;
      case 'requestTurn':
        this.#ask(() => signalRotation(effect.tier, { type: 'turnRequested', request: effect.request }));
        return;
      case 'tellSurvivor':
        this.#ask(
          () => signalCase(effect.into.workflowId, { type: 'caseMerged', source: effect.source }),
          (delivery) => {
            if (delivery === 'gone') this.#happen({ type: 'mergeFailed', source: effect.source });
          },
        );
        return;
      case 'forwardReport':
        this.#ask(
          () => signalCase(effect.into.workflowId, { type: 'reportAttached', report: effect.report }),
          (delivery) => {
            if (delivery === 'delivered') return;
            this.#happen({ type: 'survivorEnded' });
            this.#lateReports.push(effect.report);
          },
        );
        return;
      case 'tellForwarders':
        for (const { workflowId } of effect.forwarders) this.#ask(() => signalCase(workflowId, effect.news));
        return;
      case 'tellIncident':
        throw new Error('nobody opens an incident in a simulated year');
      case 'detachReport':
        throw new Error('nobody detaches a report in a simulated year');
      default:
        // A new effect must be wired here as ComplaintFlow or CaseMessenger wires it.
        throw unknownEffect(effect);
    }
  }

  /** A signal to another run: this one does not end before it is known to have arrived. */
  #ask<T>(arrive: () => T, answered: (answer: T) => void = () => undefined): void {
    this.#asking += 1;
    this.#world.network.send(arrive, (answer) => {
      this.#asking -= 1;
      answered(answer);
      this.#goOn();
    });
  }

  get #hasWork(): boolean {
    return unplannedDeadlines(this.state).length > 0 || this.#isUnpublished;
  }

  get #isUnpublished(): boolean {
    return this.state.version > this.#publishedVersion || this.#news.releases.length > 0;
  }

  #goOn(): void {
    if (this.#isSettling || !this.#mayPublish || this.#hasEnded) return;
    if (this.#hasWork) {
      this.#isSettling = true;
      this.#plan();
    } else if (isOver(this.state) && this.#asking === 0) {
      this.#hasEnded = true;
      this.#world.caseEnded(this.state, this.#lateReports);
    } else if (this.#asking === 0 && this.#world.random.chance(0.02)) {
      // Continue-as-new: nothing but JSON reaches the next run.
      this.state = JSON.parse(JSON.stringify(this.state)) as CaseState;
    }
  }

  #plan(): void {
    const [next] = unplannedDeadlines(this.state);
    if (!next) return this.#armAndPublish();
    const at = deadlineOf(this.#world.settings(), { tier: this.state.tier, ...next });
    this.#world.watch.deadlinePlanned(this.state, next, at);
    this.#world.network.work(this.#world.random.between(1, 15), () => {
      this.#happen({ type: 'deadlinePlanned', serial: next.serial, at });
      this.#plan();
    });
  }

  #armAndPublish(): void {
    this.#arm(earliestDeadline(this.state)?.at ?? null);
    if (!this.#isUnpublished) return this.#settled();
    const view = caseView(this.state, 'run');
    const news = this.#news;
    this.#news = noNews();
    this.#publish(view, news);
  }

  #publish(view: ReturnType<typeof caseView>, news: CaseNews): void {
    const { network, publishCase, random, signalRotation, signalServers } = this.#world;
    network.work(network.latency(), () => {
      publishCase({ view, entries: news.entries, placedReportIds: news.placedReportIds });
      const signals = [
        ...news.releases.map(
          ({ tier, requestId }) =>
            () =>
              signalRotation(tier, { type: 'released', requestId }),
        ),
        ...(news.leavingAgentIds ?? []).map((agentId) => () => {
          signalServers(view.officeId, { caseId: view.caseId, agentId, caseVersion: view.version });
        }),
      ];
      let open = signals.length;
      const done = (): void => {
        // An activity that is lost on its last step is done again, as a whole.
        if (random.chance(0.01)) return this.#publish(view, news);
        this.#publishedVersion = view.version;
        this.#settled();
      };
      if (open === 0) return done();
      for (const signal of signals) network.send(signal, () => (open -= 1) === 0 && done());
    });
  }

  #settled(): void {
    this.#isSettling = false;
    this.#goOn();
  }

  #arm(at: number | null): void {
    if (at === this.timerAt) return;
    this.timerAt = at;
    if (at !== null) this.#world.network.at(at, () => this.#passDue(at));
  }

  #passDue(armedFor: number): void {
    if (this.timerAt !== armedFor || this.#hasEnded) return;
    this.timerAt = null;
    const { now } = this.#world.network;
    for (let due = earliestDeadline(this.state); due && due.at <= now; due = earliestDeadline(this.state)) {
      const passed = { type: 'deadlinePassed', serial: due.serial } as const;
      this.#happen(passed);
      if (this.#world.random.chance(0.05)) this.#happen(passed);
    }
    this.#goOn();
  }
}

function noNews(): CaseNews {
  return { entries: [], placedReportIds: [], texts: [], releases: [] };
}

function unknownEffect(effect: never): Error {
  return new Error(`an effect that the simulation does not know: ${JSON.stringify(effect)}`);
}
