import type { Tier } from '../../workflows/kernel/tier.ts';
import type { RotationView } from '../../workflows/rotation/rotation-types.ts';

/** The read model of rotations. The rotation workflow decides; this records. */
export interface RotationRepository {
  /** Writes the view unless a newer or equal version is recorded already: then nothing changes and it answers false. */
  record(view: RotationView): Promise<boolean>;
  find(key: { deskId: string; tier: Tier }): Promise<RotationView | null>;
}
