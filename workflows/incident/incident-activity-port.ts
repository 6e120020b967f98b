import type { TimelineEntry } from '../kernel/timeline-types.ts';
import type { IncidentView } from './incident-types.ts';

/** What an incident's workflow may do to the world. Each can be repeated safely. */
export interface IncidentActivities {
  /** The instant at which what the desk allows tier 2 has passed since `from` (epoch ms), in its working hours. */
  planIncidentDeadline(plan: { deskId: string; from: number }): Promise<number>;
  /**
   * Writes the read model, where an older version than the recorded one changes nothing, and the timeline, and tells
   * supervisors what is late. Never a local activity (ADR 0011).
   */
  publishIncident(publication: { view: IncidentView; entries: TimelineEntry[] }): Promise<void>;
}
