import type { EnginePort } from '../activities/engine-port.ts';
import { initialRotation } from '../store/rotations/initial-rotation.ts';
import type { Store } from '../store/store.ts';
import { tiers } from '../workflows/kernel/tier.ts';

/** Starts the rotations of all desks that do not run yet, from what the store last recorded of them. */
export async function ensureRotations(store: Store, engine: EnginePort): Promise<void> {
  for (const { deskId } of await store.desks.list()) {
    for (const tier of tiers) {
      if (await engine.isRotationRunning({ deskId, tier })) continue;
      await engine.startRotation(await initialRotation(store, { deskId, tier }));
    }
  }
}
