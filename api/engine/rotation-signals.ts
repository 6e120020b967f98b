import type { WorkflowHandle } from '@temporalio/client';
import {
  availabilityChanged,
  capacityChanged,
  rosterAmended,
  rosterChanged,
} from '../../workflows/rotation/rotation-messages.ts';
import type { RotationSignal } from './engine-types.ts';

/** @throws WorkflowNotFoundError when the rotation does not run */
export function sendRotationSignal(rotation: WorkflowHandle, signal: RotationSignal): Promise<void> {
  switch (signal.name) {
    case 'availabilityChanged':
      return rotation.signal(availabilityChanged, signal.message);
    case 'rosterChanged':
      return rotation.signal(rosterChanged, signal.message);
    case 'rosterAmended':
      return rotation.signal(rosterAmended, signal.message);
    case 'capacityChanged':
      return rotation.signal(capacityChanged, signal.message);
  }
}
