import type { z } from 'zod';
import type { Store } from '../../store/store.ts';
import type { RotationView } from '../../workflows/rotation/rotation-types.ts';
import { rosterVersionIn } from './rotation-access.ts';
import type { rotationSchema } from './rotation-schemas.ts';

/** A rotation with the names of its agents. */
export async function presentRotation(
  store: Pick<Store, 'users'>,
  view: RotationView,
): Promise<z.input<typeof rotationSchema>> {
  const users = await store.users.findMany(view.roster.map(({ agentId }) => agentId));
  const names = new Map(users.map(({ userId, name }) => [userId, name]));
  return {
    seq: view.seq,
    nextAgentId: view.nextAgentId,
    roster: view.roster.map(({ agentId, availability, until, openCases, effectiveCapacity, turns }) => ({
      agentId,
      name: names.get(agentId) ?? agentId,
      availability,
      until: presentUntil(until),
      openCases,
      capacity: effectiveCapacity,
      turns,
    })),
    rosterVersion: rosterVersionIn(view),
    waiting: view.waiting.map(({ caseId, since }) => ({ complaintId: caseId, since })),
  };
}

export function presentUntil(until: number | undefined): string | null {
  return until === undefined ? null : new Date(until).toISOString();
}
