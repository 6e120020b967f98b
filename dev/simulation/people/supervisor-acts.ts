import type { CaseEvent } from '../../../workflows/complaint/complaint-event-types.ts';
import type { CaseState } from '../../../workflows/complaint/complaint-types.ts';
import { complaintWorkflowId } from '../../../workflows/kernel/workflow-ids.ts';
import type { RandomSource } from '../world/random-source.ts';
import { hour, minute } from '../world/simulated-network.ts';
import { dayOf } from '../world/working-clock.ts';
import type { SimulatedDesk } from '../world/simulated-desk.ts';
import { simulatedServers, supervisor } from './simulated-people.ts';
import type { StaffCalendar } from './staff-calendar.ts';

/** What supervisors and administrators do in a day: they step in now and then, and change the desk's rules. */
export class SupervisorActs {
  readonly #desk: SimulatedDesk;
  readonly #staff: StaffCalendar;
  readonly #random: RandomSource;
  #actionNo = 0;

  constructor(desk: SimulatedDesk, staff: StaffCalendar, random: RandomSource) {
    this.#desk = desk;
    this.#staff = staff;
    this.#random = random;
  }

  planDay(midnight: number): void {
    if (!this.#desk.clock.isWorkingDay(midnight + 12 * hour)) return;
    const random = this.#random;
    const acts = random.between(2, 6);
    for (let no = 0; no < acts; no += 1) this.#during(midnight, () => this.#stepIn());
    if (random.chance(0.15)) this.#during(midnight, () => this.#mergeEachOther());
    if (random.chance(0.1)) this.#during(midnight, () => this.#changeLimit());
    if (random.chance(0.04)) this.#during(midnight, () => this.#changeRules());
  }

  #during(midnight: number, act: () => void): void {
    this.#desk.network.at(midnight + 8 * hour + this.#random.between(0, 540) * minute, act);
  }

  #stepIn(): void {
    const state = this.#anyCase();
    if (!state) return;
    const action = this.#action();
    const reasonId = action.actionId;
    const agentId = this.#random.chance(0.5) ? this.#random.pick(this.#staff.agentsOf(state.tier)) : null;
    const into = this.#anyCase(state.facts.officeId);
    const events: CaseEvent[] = [
      { type: 'reassign', action, agentId, reasonId },
      { type: 'reassign', action, agentId, reasonId },
      { type: 'escalate', action, reasonId },
      { type: 'resolve', action, resolutionId: reasonId },
      { type: 'resume', action },
      { type: 'reopen', action, reasonId },
      { type: 'messageAdded', messageId: reasonId, kind: 'note', actor: supervisor },
      ...(into ? [{ type: 'merge' as const, action, into: linkOf(into) }] : []),
    ];
    this.#desk.act(targetOf(state), this.#random.pick(events));
  }

  /** Two people find two cases to be one, and merge them at the same time, each into the other. */
  #mergeEachOther(): void {
    const one = this.#anyCase();
    const other = one && this.#anyCase(one.facts.officeId);
    if (!one || !other || one.caseId === other.caseId) return;
    this.#desk.act(targetOf(one), { type: 'merge', action: this.#action(), into: linkOf(other) });
    this.#desk.act(targetOf(other), { type: 'merge', action: this.#action(), into: linkOf(one) });
  }

  #changeLimit(): void {
    const { serverId } = this.#random.pick(simulatedServers);
    this.#desk.askServer(serverId, { type: 'limitChanged', limit: this.#random.between(1, 3) });
  }

  /** Another allowance, another capacity, or a day of short hours; running deadlines are planned again. */
  #changeRules(): void {
    const random = this.#random;
    const { settings, network } = this.#desk;
    const hours = settings.businessHours;
    const date = dayOf(network.now + random.between(2, 20) * 24 * hour);
    const short = { date, periods: [{ from: '08:00', to: '14:00' }], name: 'half a day' };
    const others = (hours.exceptions ?? []).filter((each) => each.date !== date);
    const change = random.pick([
      { capacityPerAgent: random.between(3, 7) },
      { acknowledgeWithin: random.pick(['PT1H', 'PT2H', 'PT90M']) },
      { resolveTier1Within: random.pick(['PT8H', 'PT10H', 'PT12H']) },
      { businessHours: { ...hours, exceptions: [...others, short] } },
    ]);
    this.#desk.changeSettings(change);
  }

  /** As lists show them: by what was recorded last, not by what is. */
  #anyCase(officeId?: string): CaseState | undefined {
    const states = [...this.#desk.cases.values()]
      .map(({ state }) => state)
      .filter(({ facts, status }) => status !== 'merged' && (officeId ?? facts.officeId) === facts.officeId);
    return states.length === 0 ? undefined : this.#random.pick(states);
  }

  #action() {
    this.#actionNo += 1;
    return { actionId: `order-${this.#actionNo}`, actor: supervisor };
  }
}

function targetOf({ caseId, facts }: CaseState): { caseId: string; workflowId: string } {
  return { caseId, workflowId: complaintWorkflowId(facts) };
}

function linkOf(state: CaseState) {
  return { ...targetOf(state), number: state.number };
}
