import type { z } from 'zod';
import type { Tier } from '../../workflows/kernel/tier.ts';
import type { RotationView } from '../../workflows/rotation/rotation-types.ts';
import type { User } from '../../store/users/user-repository.ts';
import { presentUntil } from '../rotations/rotation-presenter.ts';
import type { agentSchema } from './agent-schemas.ts';

/** An active agent, who belongs to one tier of one desk. */
export interface Agent {
  userId: string;
  name: string;
  deskId: string;
  tier: Tier;
}

/** The user as an agent; null for everybody else. */
export function agentOf({ userId, name, role, active, deskId, tier }: User): Agent | null {
  if (role !== 'agent' || !active || deskId === null || tier === null) return null;
  return { userId, name, deskId, tier };
}

/** An agent as the rotation of their tier knows them. */
export function presentAgent(agent: Agent, view: RotationView): z.input<typeof agentSchema> {
  const entry = view.roster.find(({ agentId }) => agentId === agent.userId);
  const held = view.state.assignments.filter(({ agentId }) => agentId === agent.userId).length;
  return {
    id: agent.userId,
    name: agent.name,
    deskId: agent.deskId,
    tier: agent.tier,
    onRoster: entry !== undefined,
    availability: entry?.availability ?? 'available',
    until: presentUntil(entry?.until),
    openCases: held,
    capacity: entry?.effectiveCapacity ?? view.state.defaultCapacity,
    ownCapacity: entry?.capacity ?? null,
    turns: entry?.turns ?? 0,
  };
}
