import { fingerprintOf } from '../../../workflows/complaint/complaint-fingerprint.ts';
import { openCase, transition } from '../../../workflows/complaint/complaint-state.ts';
import { lease } from '../../../workflows/office-server/office-server-state.ts';
import { rotate } from '../../../workflows/rotation/rotation-state.ts';

/** What decides. The simulation runs the product's own; a test hands in a broken one and sees it caught. */
export interface StateMachines {
  fingerprintOf: typeof fingerprintOf;
  openCase: typeof openCase;
  transition: typeof transition;
  rotate: typeof rotate;
  lease: typeof lease;
}

export const realMachines: StateMachines = { fingerprintOf, openCase, transition, rotate, lease };
