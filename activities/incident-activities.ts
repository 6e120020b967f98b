import { defaultDeskSettings } from '../store/desks/default-desk-settings.ts';
import type { Store } from '../store/store.ts';
import { deadlineAfter } from '../workflows/calendar/working-time.ts';
import type { IncidentActivities } from '../workflows/incident/incident-activity-port.ts';
import { incidentStanding } from '../workflows/incident/incident-standing-types.ts';
import type { Notifier } from '../publishing/notifier.ts';

interface Deps {
  store: Store;
  notifier: Pick<Notifier, 'tellOverdueIncident'>;
}

/** The activities of the incident workflow on this store. */
export function incidentActivities({ store, notifier }: Deps): IncidentActivities {
  return {
    async planIncidentDeadline({ deskId, from }) {
      const settings = (await store.desks.find(deskId))?.settings ?? defaultDeskSettings;
      return deadlineAfter(from, settings.resolveTier2Within, settings.businessHours);
    },
    async publishIncident({ view, entries }) {
      const late = entries.filter(({ type }) => type === 'incidentOverdue');
      await Promise.all([
        store.timelines.append(entries, { standing: incidentStanding(view) }),
        ...late.map(({ at, no }) => notifier.tellOverdueIncident({ ...view, at, no })),
      ]);
      await store.incidents.record(view);
    },
  };
}
