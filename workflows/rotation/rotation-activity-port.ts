import type { Tier } from '../kernel/tier.ts';
import type { RotationHead, RotationView, TurnGrant, TurnWithdrawal } from './rotation-types.ts';

/** What a rotation may do to the world. Each can be repeated safely. */
export interface RotationActivities {
  /**
   * Sends each grant to its case, all of them together, then records the turns and the view.
   * Answers with the requests whose case no longer runs, so that their agents' places are freed.
   */
  dealTurns(batch: {
    grants: TurnGrant[];
    view: RotationView | RotationHead;
  }): Promise<{ undeliverableRequestIds: string[] }>;
  /**
   * Tells each of these cases that its agent has gone on leave, so that it asks for another turn. A case that no longer
   * waits for this request ignores it. Answers with the requests whose case no longer runs.
   */
  withdrawTurns(batch: { tier: Tier; withdrawals: TurnWithdrawal[] }): Promise<{ undeliverableRequestIds: string[] }>;
  /** Writes the read model, of a head all but the lists; an older version than the recorded one changes nothing. */
  recordRotation(view: RotationView | RotationHead): Promise<void>;
}
