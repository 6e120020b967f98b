import type { z } from 'zod';
import type { Desk } from '../../store/desks/desk-repository.ts';
import type { Store } from '../../store/store.ts';
import type { User } from '../../store/users/user-repository.ts';
import type { Tier } from '../../workflows/kernel/tier.ts';
import type { RotationView } from '../../workflows/rotation/rotation-types.ts';
import type { rotationSchema } from './rotation-schemas.ts';

type Presented = z.input<typeof rotationSchema>;

/** What the rotation last recorded; one that has recorded nothing yet shows the roster it will begin with. */
export async function presentRotation(store: Store, desk: Desk, tier: Tier): Promise<Presented> {
  const key = { deskId: desk.deskId, tier };
  const view = await store.rotations.find(key);
  if (!view) return beginning(await store.users.agentsOf(key), desk.settings.capacityPerAgent);
  const users = await store.users.findMany(view.roster.map(({ agentId }) => agentId));
  return recorded(view, new Map(users.map(({ userId, name }) => [userId, name])));
}

function recorded(view: RotationView, names: Map<string, string>): Presented {
  return {
    seq: view.seq,
    nextAgentId: view.nextAgentId,
    roster: view.roster.map(({ agentId, availability, openCases, effectiveCapacity, turns }) => ({
      agentId,
      name: names.get(agentId) ?? agentId,
      availability,
      openCases,
      capacity: effectiveCapacity,
      turns,
    })),
    waiting: view.waiting.map(({ caseId, since }) => ({ complaintId: caseId, since })),
  };
}

function beginning(agents: User[], capacity: number): Presented {
  return {
    seq: 0,
    nextAgentId: agents[0]?.userId ?? null,
    roster: agents.map(({ userId, name }) => ({
      agentId: userId,
      name,
      availability: 'available',
      openCases: 0,
      capacity,
      turns: 0,
    })),
    waiting: [],
  };
}
