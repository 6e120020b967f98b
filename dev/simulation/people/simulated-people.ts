import { demoUsers } from '../../seed/demo-data.ts';
import { tiers, type Tier } from '../../../workflows/kernel/tier.ts';
import type { Actor } from '../../../workflows/kernel/timeline-types.ts';
import type { SimulatedServer } from '../world/simulated-desk.ts';

/** The agents of the demo desk: sixteen in tier 1, eight in tier 2. */
export function demoRosters(): Record<Tier, string[]> {
  const [one, two] = tiers.map((tier) => demoUsers.filter((user) => user.tier === tier).map(({ userId }) => userId));
  return { 'tier-1': one ?? [], 'tier-2': two ?? [] };
}

export const supervisor: Actor = { id: 'pengawas', role: 'supervisor' };

/** More offices than the demo has, each with a server of one to three places. */
export const officeIds = Array.from({ length: 12 }, (_, index) => String(123 + index));

export const simulatedServers: SimulatedServer[] = officeIds.map((officeId, index) => ({
  officeId,
  serverId: `srv-${officeId}`,
  limit: [1, 1, 2, 3][index % 4] ?? 1,
}));

export const systemIds = ['sipd', 'simpeg', 'espt'] as const;

/** Forty people of an office send complaints. */
export function submitterOf(officeId: string, no: number): string {
  return `${officeId}-${no % 40}`;
}
