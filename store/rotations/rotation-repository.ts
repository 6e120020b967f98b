import type { Tier } from '../../workflows/kernel/tier.ts';
import type { RotationHead, RotationView } from '../../workflows/rotation/rotation-types.ts';

/** The read model of rotations. The rotation workflow decides; this records. */
export interface RotationRepository {
  /**
   * Writes the view unless a newer or equal version is recorded already: then nothing changes and it answers false. A head
   * leaves the lists as they were recorded last; they are found with the turn of which they are (`listsSeq`).
   */
  record(view: RotationView | RotationHead): Promise<boolean>;
  find(key: { deskId: string; tier: Tier }): Promise<RotationView | null>;
}
