import type { CaseEvent } from '../../../workflows/complaint/complaint-event-types.ts';
import type { CaseView } from '../../../workflows/complaint/complaint-types.ts';
import type { Actor } from '../../../workflows/kernel/timeline-types.ts';
import type { RandomSource } from '../world/random-source.ts';
import { minute } from '../world/simulated-network.ts';
import type { SimulatedDesk } from '../world/simulated-desk.ts';
import type { ServerWork } from './server-work.ts';
import type { StaffCalendar } from './staff-calendar.ts';

interface Task {
  view: CaseView;
  /** Of what such a case takes. */
  share: number;
}

/** How agents work: one case after the other, in working hours, by what they read. */
export class AgentWork {
  readonly #desk: SimulatedDesk;
  readonly #staff: StaffCalendar;
  readonly #servers: ServerWork;
  readonly #random: RandomSource;
  /** What waits on whose desk, and who is at it. */
  readonly #waiting = new Map<string, Task[]>();
  readonly #busy = new Set<string>();
  readonly #noticed = new Set<string>();
  #actionNo = 0;
  refused = 0;

  constructor(parts: { desk: SimulatedDesk; staff: StaffCalendar; servers: ServerWork; random: RandomSource }) {
    this.#desk = parts.desk;
    this.#staff = parts.staff;
    this.#servers = parts.servers;
    this.#random = parts.random;
    parts.desk.records.onCase((view, before) => this.#read(view, before));
  }

  #read(view: CaseView, before: CaseView | undefined): void {
    const { agentId, attempt, caseId, status, tier } = view;
    if (agentId === null) return;
    if (status === 'assigned') {
      const turn = `${caseId}/${tier}/${attempt}`;
      if (this.#noticed.has(turn)) return;
      this.#noticed.add(turn);
      this.#takeUp(view, agentId);
    }
    // The answer has come, or will not come.
    if (status === 'inProgress' && before?.status === 'waitingOnSubmitter') this.#workOn(view, agentId, 0.3);
  }

  #takeUp(view: CaseView, agentId: string): void {
    const random = this.#random;
    // Not seen at all: the deadline does its part.
    if (random.chance(0.03)) return;
    const seen = this.#desk.clock.plus(this.#desk.network.now, random.aroundMedian(9 * minute, 1) + minute);
    this.#whenThere(agentId, seen, () => {
      this.#act(view, { type: 'acknowledge', action: this.#actionOf(agentId) }, () => this.#workOn(view, agentId, 1));
    });
  }

  #workOn(view: CaseView, agentId: string, share: number): void {
    this.#waiting.set(agentId, [...(this.#waiting.get(agentId) ?? []), { view, share }]);
    this.#next(agentId);
  }

  /** In the order in which the work came; nobody begins with a case that has gone to somebody else. */
  #next(agentId: string): void {
    if (this.#busy.has(agentId)) return;
    const tasks = this.#waiting.get(agentId) ?? [];
    const index = tasks.findIndex(({ view }) => this.#desk.records.isWorkedOnBy(view.caseId, agentId));
    const task = tasks[index];
    this.#waiting.set(agentId, task ? tasks.slice(index + 1) : []);
    if (!task) return;
    const { share, view } = task;
    const median = view.tier === 'tier-1' ? 40 * minute : 100 * minute;
    // A few cases are of another kind, and take days.
    const factor = this.#random.chance(0.008) ? 12 : 1;
    const end = this.#desk.clock.plus(this.#desk.network.now, this.#random.aroundMedian(median, 0.6) * share * factor);
    this.#busy.add(agentId);
    this.#whenThere(agentId, end, () => {
      this.#busy.delete(agentId);
      const isOnServer = view.serverId !== null && this.#random.chance(0.8);
      if (isOnServer) this.#servers.workOn(view, agentId, () => this.#conclude(view, agentId));
      else this.#conclude(view, agentId);
      this.#next(agentId);
    });
  }

  #conclude(view: CaseView, agentId: string): void {
    const action = this.#actionOf(agentId);
    const fate = this.#random.next();
    const { actionId } = action;
    const into = fate < 0.02 ? this.#other(view) : undefined;
    if (into) {
      const { caseId, number, workflowId } = into;
      this.#act(view, { type: 'merge', action, into: { caseId, number, workflowId } });
    } else if (fate < 0.09) this.#act(view, { type: 'ask', action, messageId: actionId });
    else if (fate < 0.22 && view.tier === 'tier-1') this.#act(view, { type: 'escalate', action, reasonId: actionId });
    else this.#act(view, { type: 'resolve', action, resolutionId: actionId });
  }

  /** Another open case of the office, as the list shows it. */
  #other({ caseId, officeId }: CaseView): CaseView | undefined {
    const others = [...this.#desk.cases.values()]
      .map(({ state }) => this.#desk.records.cases.get(state.caseId))
      .filter((view) => view !== undefined)
      .filter((view) => view.officeId === officeId && view.caseId !== caseId && !ended.has(view.status));
    return others.length === 0 ? undefined : this.#random.pick(others);
  }

  /** In working hours, and when the agent is not away. */
  #whenThere(agentId: string, at: number, doIt: () => void): void {
    const { network } = this.#desk;
    network.at(this.#desk.clock.plus(at, 0), () => {
      if (!this.#staff.isAway(agentId, network.now)) return doIt();
      this.#whenThere(agentId, this.#staff.backAt(agentId, network.now), doIt);
    });
  }

  #act(view: CaseView, event: CaseEvent, done: () => void = () => undefined): void {
    this.#desk.act(view, event, (refusal) => {
      if (refusal === null) done();
      else this.refused += 1;
    });
  }

  #actionOf(agentId: string): { actionId: string; actor: Actor } {
    this.#actionNo += 1;
    return { actionId: `action-${this.#actionNo}`, actor: { id: agentId, role: 'agent' } };
  }
}

const ended = new Set<string>(['closed', 'withdrawn', 'merged', 'resolved']);
