import { initialRotation } from '../../store/rotations/initial-rotation.ts';
import type { Store } from '../../store/store.ts';
import type { Tier } from '../../workflows/kernel/tier.ts';
import { rotationAfter, rotationView } from '../../workflows/rotation/rotation-preview.ts';
import type { RotationView } from '../../workflows/rotation/rotation-types.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { RotationSignal } from '../engine/engine-types.ts';
import { EngineUnavailable } from '../http/problem.ts';

export interface RotationKey {
  deskId: string;
  tier: Tier;
}

/** What the rotation last recorded; one that has recorded nothing yet as it will begin. */
export async function rotationNow(store: Store, key: RotationKey): Promise<RotationView> {
  return (await store.rotations.find(key)) ?? rotationView((await initialRotation(store, key)).state);
}

/**
 * Leaves a change with the rotation, which makes it as soon as a worker is there, and answers with the rotation as it
 * will be. A desk that has had no case yet gets its rotation by this. Repeating it changes nothing.
 */
export async function changeRotation(
  { clock, engine, store }: Pick<ApiDeps, 'clock' | 'engine' | 'store'>,
  key: RotationKey,
  signal: RotationSignal,
): Promise<RotationView> {
  const { state } = await rotationNow(store, key);
  if ((await engine.signalRotation(key, signal)) === 'notRunning') {
    await engine.startRotation(await initialRotation(store, key));
    if ((await engine.signalRotation(key, signal)) === 'notRunning') throw new EngineUnavailable();
  }
  return rotationAfter(state, eventOf(signal), clock().getTime());
}

function eventOf(signal: RotationSignal): Parameters<typeof rotationAfter>[1] {
  switch (signal.name) {
    case 'availabilityChanged':
      return { type: signal.name, ...signal.message };
    case 'rosterChanged':
      return { type: signal.name, ...signal.message };
    case 'rosterAmended':
      return { type: signal.name, ...signal.message };
    case 'capacityChanged':
      return { type: signal.name, ...signal.message };
  }
}

/** The version of the roster alone: turns do not change it. */
export function rosterVersionIn({ state }: RotationView): number {
  return state.rosterVersion ?? 1;
}
