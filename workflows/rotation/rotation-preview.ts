import { rotate } from './rotation-state.ts';
import type { RotationEvent, RotationState, RotationView } from './rotation-types.ts';
import { rotationView } from './rotation-view.ts';

/**
 * A rotation as it will be when it has processed the event, unless something reaches it before. For answers to people who
 * have just sent it; the rotation itself decides. `now` is epoch milliseconds.
 */
export function rotationAfter(state: RotationState, event: RotationEvent, now: number): RotationView {
  return rotationView(rotate(state, event, now).state);
}

export { rotationView };
