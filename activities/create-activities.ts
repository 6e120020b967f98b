import type { Store } from '../store/store.ts';
import { complaintActivities } from './complaint-activities.ts';
import type { EnginePort } from './engine-port.ts';
import { officeServerActivities } from './office-server-activities.ts';
import { rotationActivities } from './rotation-activities.ts';

export interface ActivityDeps {
  store: Store;
  engine: EnginePort;
}

/** What workflows may do to the world, by the kind of workflow that does it. */
export function createActivities(deps: ActivityDeps) {
  return {
    complaint: complaintActivities(deps),
    rotation: rotationActivities(deps),
    officeServer: officeServerActivities(deps),
  };
}
