import type { Store } from '../store/store.ts';
import type { CaseRecord } from '../workflows/complaint/complaint-publishing-types.ts';
import { complaintActivities } from './complaint-activities.ts';
import type { EnginePort } from './engine-port.ts';
import { incidentActivities } from './incident-activities.ts';
import { createCasePublisher } from '../publishing/case-publisher.ts';
import { createNotifier, type OutboxStart } from '../publishing/notifier.ts';
import { officeServerActivities } from './office-server-activities.ts';
import { outboxActivities, type OutboxPorts } from './outbox/outbox-activities.ts';
import { replanningActivities } from './replanning-activities.ts';
import { rotationActivities } from './rotation-activities.ts';

export interface ActivityDeps {
  store: Store;
  engine: EnginePort;
  /** How mail and webhooks leave; without it people are told in the application only. */
  outbox?: { ports: OutboxPorts; start: OutboxStart };
  /** Hears of what has been told of a case. */
  told?: (record: CaseRecord) => void;
  /** Hears of what went wrong without harm to a case. */
  warn?: (message: string, error: unknown) => void;
}

/** What workflows may do to the world, by the kind of workflow that does it. */
export function createActivities(deps: ActivityDeps) {
  const { store, outbox, warn } = deps;
  const mails = outbox !== undefined && outbox.ports.mail !== null;
  const notifier = createNotifier({ store, outbox: outbox?.start ?? null, mails, warn });
  const publisher = createCasePublisher({ store, engine: deps.engine, notifier, told: deps.told });
  return {
    complaint: complaintActivities({ ...deps, publisher }),
    rotation: rotationActivities({ ...deps, publisher }),
    officeServer: officeServerActivities({ store, notifier }),
    incident: incidentActivities({ store, notifier }),
    replanning: replanningActivities(deps),
    outbox: outbox === undefined ? null : outboxActivities({ store, ports: outbox.ports }),
  };
}
