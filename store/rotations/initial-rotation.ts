import type { Store } from '../store.ts';
import type { Tier } from '../../workflows/kernel/tier.ts';
import type { RotationInput, RotationState, RotationView } from '../../workflows/rotation/rotation-types.ts';
import { recoveredState } from './list-recovery.ts';
import { defaultDeskSettings } from '../desks/default-desk-settings.ts';

/**
 * With what a rotation starts: where the last one stood when the store last heard of it, else with the desk's agents in
 * their first order. Turn numbers go on after the last recorded one.
 */
export async function initialRotation(store: Store, key: { deskId: string; tier: Tier }): Promise<RotationInput> {
  const [recorded, lastSeq] = await Promise.all([store.rotations.find(key), store.turns.lastSeq(key)]);
  const state = recorded ? await lastState(store, recorded) : await firstState(store, key);
  return { ...key, state: { ...state, seq: Math.max(state.seq, lastSeq) } };
}

async function lastState(store: Store, recorded: RotationView): Promise<RotationState> {
  return recorded.listsSeq === undefined ? recorded.state : recoveredState(store, recorded);
}

async function firstState(store: Store, key: { deskId: string; tier: Tier }): Promise<RotationState> {
  const [agents, desk] = await Promise.all([store.users.agentsOf(key), store.desks.find(key.deskId)]);
  return {
    ...key,
    seq: 0,
    nextIndex: 0,
    roster: agents.map(({ userId }) => ({ agentId: userId, availability: 'available', capacity: null, turns: 0 })),
    defaultCapacity: (desk?.settings ?? defaultDeskSettings).capacityPerAgent,
    assignments: [],
    waiting: [],
    endedRequestIds: [],
    version: 1,
  };
}
