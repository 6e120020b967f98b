import type { RotationView } from '../../../workflows/rotation/rotation-types.ts';

/** The view of a rotation with one agent and nothing dealt, at `version` 1. */
export function buildRotationView(overrides: Partial<RotationView> = {}): RotationView {
  const { deskId = 'layanan', tier = 'tier-1', version = 1 } = overrides;
  const agent = { agentId: 'petugas-a', availability: 'available' as const, capacity: null, turns: 0 };
  return {
    deskId,
    tier,
    seq: 0,
    nextAgentId: 'petugas-a',
    roster: [{ ...agent, openCases: 0, effectiveCapacity: 20 }],
    waiting: [],
    state: {
      deskId,
      tier,
      seq: 0,
      nextIndex: 0,
      roster: [agent],
      defaultCapacity: 20,
      assignments: [],
      waiting: [],
      endedRequestIds: [],
      version,
    },
    version,
    ...overrides,
  };
}
