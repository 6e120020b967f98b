import type { RotationState } from '../../../workflows/rotation/rotation-types.ts';

export function emptyRotation(agentIds: string[], defaultCapacity: number): RotationState {
  return {
    deskId: 'layanan',
    tier: 'tier-1',
    seq: 0,
    nextIndex: 0,
    roster: agentIds.map((agentId) => ({ agentId, availability: 'available', capacity: null, turns: 0 })),
    defaultCapacity,
    assignments: [],
    waiting: [],
    endedRequestIds: [],
    version: 1,
  };
}
