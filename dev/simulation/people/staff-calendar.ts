import { tiers, type Tier } from '../../../workflows/kernel/tier.ts';
import type { RandomSource } from '../world/random-source.ts';
import { day, hour, minute } from '../world/simulated-network.ts';
import type { SimulatedDesk } from '../world/simulated-desk.ts';

interface Absence {
  until: number;
}

/** Who is there and who is not: illness, errands, leave, months elsewhere; and what supervisors change of the roster. */
export class StaffCalendar {
  readonly #desk: SimulatedDesk;
  readonly #random: RandomSource;
  readonly #absences = new Map<string, Absence>();
  readonly #rosters: Record<Tier, string[]>;

  constructor(desk: SimulatedDesk, rosters: Record<Tier, string[]>, random: RandomSource) {
    this.#desk = desk;
    this.#random = random;
    this.#rosters = { 'tier-1': [...rosters['tier-1']], 'tier-2': [...rosters['tier-2']] };
  }

  isAway(agentId: string, at: number): boolean {
    return (this.#absences.get(agentId)?.until ?? 0) > at;
  }

  /** When the agent is back; now, when they are there. */
  backAt(agentId: string, at: number): number {
    return Math.max(this.#absences.get(agentId)?.until ?? 0, at);
  }

  agentsOf(tier: Tier): readonly string[] {
    return this.#rosters[tier];
  }

  planDay(midnight: number): void {
    if (!this.#desk.clock.isWorkingDay(midnight + 12 * hour)) return;
    for (const tier of tiers) {
      for (const agentId of this.#rosters[tier]) this.#planAgent(tier, agentId, midnight);
      this.#changeRoster(tier, midnight);
    }
  }

  #planAgent(tier: Tier, agentId: string, midnight: number): void {
    const random = this.#random;
    const { network } = this.#desk;
    if (this.isAway(agentId, midnight + 8 * hour)) return;
    const fate = random.next();
    const morning = midnight + 7 * hour + random.between(0, 90) * minute;
    // Some twelve days of leave a year, in blocks; most hand over.
    if (fate < 0.013) {
      const until = midnight + random.between(2, 8) * day + 7 * hour;
      network.at(morning, () => this.#leave(tier, agentId, until, random.chance(0.85)));
    } else if (fate < 0.03) {
      network.at(morning, () => this.#away(tier, agentId, midnight + day + 7 * hour));
    } else if (fate < 0.18) {
      const from = midnight + 8 * hour + random.between(0, 8 * 60) * minute;
      network.at(from, () => this.#errand(tier, agentId, from + random.between(20, 150) * minute));
    }
  }

  #leave(tier: Tier, agentId: string, until: number, handover: boolean): void {
    this.#absences.set(agentId, { until });
    this.#tell(tier, { agentId, availability: 'leave', until: new Date(until).toISOString(), handover });
  }

  #away(tier: Tier, agentId: string, until: number): void {
    if (this.isAway(agentId, this.#desk.network.now)) return;
    this.#absences.set(agentId, { until });
    this.#tell(tier, { agentId, availability: 'away', until: new Date(until).toISOString() });
  }

  /** Some say nothing, some forget to come back by themselves, most set an end. */
  #errand(tier: Tier, agentId: string, until: number): void {
    const { network } = this.#desk;
    if (this.isAway(agentId, network.now)) return;
    this.#absences.set(agentId, { until });
    if (this.#random.chance(0.3)) return;
    const isOpenEnded = this.#random.chance(0.4);
    const end = isOpenEnded ? {} : { until: new Date(until).toISOString() };
    this.#tell(tier, { agentId, availability: 'away', ...end });
    if (isOpenEnded) network.at(until, () => this.#tell(tier, { agentId, availability: 'available' }));
  }

  #changeRoster(tier: Tier, midnight: number): void {
    const random = this.#random;
    const at = midnight + 8 * hour + random.between(0, 8 * 60) * minute;
    const fate = random.next();
    if (fate < 0.01) this.#desk.network.at(at, () => this.#goElsewhere(tier));
    else if (fate < 0.02) this.#desk.network.at(at, () => this.#reorder(tier));
    else if (fate < 0.04) this.#desk.network.at(at, () => this.#changeCapacity(tier));
  }

  /** Months in another unit: the cases are handed over, the place on the roster goes; they come back as the last. */
  #goElsewhere(tier: Tier): void {
    const { network } = this.#desk;
    const agents = this.#rosters[tier];
    if (agents.length < 6) return;
    const agentId = this.#random.pick(agents);
    const until = network.now + this.#random.between(20, 60) * day;
    this.#absences.set(agentId, { until });
    agents.splice(agents.indexOf(agentId), 1);
    this.#tell(tier, { agentId, availability: 'leave', handover: true });
    this.#desk.tellRotation(tier, { type: 'rosterAmended', joined: [], left: [agentId] });
    network.at(until, () => {
      agents.push(agentId);
      this.#desk.tellRotation(tier, { type: 'rosterAmended', joined: [agentId], left: [] });
    });
  }

  /** A supervisor puts the roster in another order; whoever saw an older one changes nothing. */
  #reorder(tier: Tier): void {
    const { rosterVersion = 1, roster } = this.#desk.rotations[tier].state;
    const agentIds = roster.map(({ agentId }) => agentId);
    const moved = agentIds.splice(this.#random.between(0, agentIds.length - 1), 1);
    agentIds.splice(this.#random.between(0, agentIds.length), 0, ...moved);
    this.#desk.tellRotation(tier, { type: 'rosterChanged', agentIds, expectedRosterVersion: rosterVersion });
  }

  #changeCapacity(tier: Tier): void {
    const agentId = this.#random.pick(this.#rosters[tier]);
    const capacity = this.#random.pick([null, null, 2, 4, 8]);
    this.#desk.tellRotation(tier, { type: 'capacityChanged', agentId, capacity });
  }

  #tell(
    tier: Tier,
    change: { agentId: string; availability: 'available' | 'away' | 'leave'; until?: string; handover?: boolean },
  ): void {
    this.#desk.tellRotation(tier, { type: 'availabilityChanged', ...change });
  }
}
