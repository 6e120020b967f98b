import type { DeskSettings } from '../../../store/desks/desk-repository.ts';
import type { Refusal } from '../../../workflows/complaint/complaint-errors.ts';
import type { CaseEvent } from '../../../workflows/complaint/complaint-event-types.ts';
import type { CaseState, ComplaintInput, ReportRef } from '../../../workflows/complaint/complaint-types.ts';
import { complaintWorkflowId } from '../../../workflows/kernel/workflow-ids.ts';
import type { Tier } from '../../../workflows/kernel/tier.ts';
import type { TimelineEntry } from '../../../workflows/kernel/timeline-types.ts';
import type { SessionRefusal } from '../../../workflows/office-server/office-server-errors.ts';
import type {
  CaseLeft,
  OfficeServerEvent,
  SessionRecord,
} from '../../../workflows/office-server/office-server-types.ts';
import type { RotationEvent } from '../../../workflows/rotation/rotation-types.ts';
import { CaseRun } from './case-run.ts';
import { DeskRecords } from './desk-records.ts';
import { OfficeServerRun } from './office-server-run.ts';
import { RotationRun } from './rotation-run.ts';
import { minute } from './simulated-network.ts';
import { WorkingClock } from './working-clock.ts';
import type { CaseWorld, Delivery, RunWorld } from './world-ports.ts';

export interface SimulatedServer {
  officeId: string;
  serverId: string;
  limit: number;
}

export interface DeskSetup extends RunWorld {
  deskId: string;
  rosters: Record<Tier, string[]>;
  servers: SimulatedServer[];
  settings: DeskSettings;
  /** How far the calendar reaches, epoch milliseconds. */
  calendar: { from: number; to: number };
  /** Sees what is published. */
  published: (news: { entries: TimelineEntry[]; placedReportIds: string[]; caseId: string }) => void;
  sessionsPublished: (news: SessionRecord[]) => void;
  opened: (run: CaseRun) => void;
  ended: (state: CaseState) => void;
}

/** A desk at work: its running cases, rotations and servers, what the store would keep, and the messages between them. */
export class SimulatedDesk {
  readonly records = new DeskRecords();
  /** By workflow ID: at most one runs under each. */
  readonly cases = new Map<string, CaseRun>();
  readonly rotations: Record<Tier, RotationRun>;
  readonly servers = new Map<string, OfficeServerRun>();
  readonly setup: DeskSetup;
  settings: DeskSettings;
  clock: WorkingClock;
  readonly #world: CaseWorld;

  constructor(setup: DeskSetup) {
    this.setup = setup;
    this.settings = setup.settings;
    this.clock = this.#newClock();
    this.#world = {
      ...runWorldOf(setup),
      settings: () => this.settings,
      signalCase: (workflowId, event) => this.signalCase(workflowId, event),
      signalRotation: (tier, event) => this.rotations[tier].receive(event),
      signalServers: (officeId, left) => this.#caseLeft(officeId, left),
      publishCase: ({ view, entries, placedReportIds }) => {
        for (const reportId of placedReportIds) this.records.place(reportId, view.caseId);
        setup.published({ entries, placedReportIds, caseId: view.caseId });
        this.records.recordCase(view);
      },
      caseEnded: (state, lateReports) => this.#caseEnded(state, lateReports),
    };
    this.rotations = { 'tier-1': this.#rotation('tier-1'), 'tier-2': this.#rotation('tier-2') };
  }

  get network() {
    return this.setup.network;
  }

  /** Start with conflict policy FAIL. */
  startCase(input: ComplaintInput): 'started' | 'alreadyRunning' {
    const workflowId = complaintWorkflowId(input.facts);
    if (this.cases.has(workflowId)) return 'alreadyRunning';
    const run = new CaseRun(this.#world, input);
    this.cases.set(workflowId, run);
    this.setup.opened(run);
    return 'started';
  }

  signalCase(workflowId: string, event: CaseEvent): Delivery {
    const run = this.cases.get(workflowId);
    run?.receive(event);
    return run ? 'delivered' : 'gone';
  }

  /** An update, pinned to this one case: a later case under the same ID never gets it. */
  act(
    target: { workflowId: string; caseId: string },
    event: CaseEvent,
    answered: (refusal: Refusal | 'gone' | null) => void = () => undefined,
  ): void {
    this.network.send(() => {
      const run = this.cases.get(target.workflowId);
      return run?.state.caseId === target.caseId ? run.receive(event) : 'gone';
    }, answered);
  }

  tellRotation(tier: Tier, event: RotationEvent): void {
    this.network.send(() => this.rotations[tier].receive(event));
  }

  /** Asks a server's workflow, which the first wish starts. */
  askServer(
    serverId: string,
    event: OfficeServerEvent,
    answered: (refusal: SessionRefusal | null) => void = () => undefined,
  ): void {
    this.network.send(() => this.#serverRun(serverId).receive(event), answered);
  }

  /** The settings are stored, then all open cases are told twice, and the rotations of what concerns them. */
  changeSettings(change: Partial<DeskSettings>): void {
    this.settings = { ...this.settings, ...change };
    this.clock = this.#newClock();
    if (change.capacityPerAgent !== undefined) {
      const event = { type: 'capacityChanged', capacity: change.capacityPerAgent } as const;
      this.tellRotation('tier-1', event);
      this.tellRotation('tier-2', event);
    }
    this.#replan();
    this.network.after(minute, () => this.#replan());
  }

  #replan(): void {
    for (const { workflowId, status } of this.records.cases.values()) {
      if (['closed', 'withdrawn', 'merged'].includes(status)) continue;
      this.network.send(() => this.signalCase(workflowId, { type: 'settingsChanged' }));
    }
  }

  #newClock(): WorkingClock {
    return new WorkingClock(this.settings.businessHours, this.setup.calendar.from, this.setup.calendar.to);
  }

  #caseEnded(state: CaseState, [firstReport, ...furtherReports]: ReportRef[]): void {
    this.cases.delete(complaintWorkflowId(state.facts));
    this.setup.ended(state);
    if (!firstReport) return;
    const facts = { ...state.facts, title: firstReport.title };
    this.startCase({ facts, firstReport, furtherReports, previousCaseId: state.caseId });
  }

  #caseLeft(officeId: string, left: CaseLeft): void {
    for (const { serverId, ...server } of this.setup.servers) {
      if (server.officeId === officeId) this.servers.get(serverId)?.receive({ type: 'caseLeft', left });
    }
  }

  #serverRun(serverId: string): OfficeServerRun {
    const known = this.servers.get(serverId);
    if (known) return known;
    const place = this.setup.servers.find((server) => server.serverId === serverId);
    if (!place) throw new Error(`there is no server ${serverId}`);
    const publishSessions = (news: SessionRecord[]) => this.#publishSessions(news);
    const run = new OfficeServerRun({ ...runWorldOf(this.setup), publishSessions }, place);
    this.servers.set(serverId, run);
    return run;
  }

  #publishSessions(news: SessionRecord[]): CaseLeft[] {
    this.setup.sessionsPublished(news);
    const lastWords = [...new Map(news.map((session) => [session.sessionId, session])).values()];
    for (const session of lastWords) this.records.recordSession(session);
    return lastWords.flatMap(({ agentId, caseId, state }) => {
      if (state === 'ended' || this.records.isWorkedOnBy(caseId, agentId)) return [];
      return [{ caseId, agentId, caseVersion: this.records.cases.get(caseId)?.version ?? null }];
    });
  }

  #rotation(tier: Tier): RotationRun {
    const { deskId, rosters, settings } = this.setup;
    const roster = rosters[tier].map((agentId) => ({
      ...{ agentId, availability: 'available' as const, capacity: null },
      turns: 0,
    }));
    const empty = { seq: 0, nextIndex: 0, assignments: [], waiting: [], endedRequestIds: [], version: 1 };
    const state = { deskId, tier, roster, defaultCapacity: settings.capacityPerAgent, ...empty };
    const signalCase = (workflowId: string, event: CaseEvent) => this.signalCase(workflowId, event);
    return new RotationRun({ ...runWorldOf(this.setup), signalCase }, state);
  }
}

function runWorldOf({ network, random, machines, watch }: RunWorld): RunWorld {
  return { network, random, machines, watch };
}
