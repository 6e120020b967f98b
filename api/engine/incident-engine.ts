import type { IncidentRefusal } from '../../workflows/incident/incident-errors.ts';
import type { MemberRef } from '../../workflows/incident/incident-link-types.ts';
import type {
  IncidentActionRef,
  IncidentChange,
  IncidentInput,
  IncidentView,
} from '../../workflows/incident/incident-types.ts';

/** What starts an incident's workflow. The name is for the Temporal UI only. */
export interface IncidentStart {
  input: IncidentInput;
  systemName: string;
}

export type IncidentAction =
  /** Changes nothing: answered once the incident can be read in the store. */
  | { name: 'confirm' }
  | { name: 'link'; message: IncidentActionRef & { cases: MemberRef[] } }
  | { name: 'unlink'; message: IncidentActionRef & { caseId: string } }
  | { name: 'change'; message: IncidentActionRef & { change: IncidentChange } }
  | { name: 'resolve'; message: IncidentActionRef & { resolutionId: string } };

export type IncidentOutcome =
  | { kind: 'done'; view: IncidentView }
  | { kind: 'refused'; refusal: IncidentRefusal }
  /** It is over, or never was. */
  | { kind: 'notRunning' }
  /** Temporal is there, but no worker answered in time; it may still be done later. */
  | { kind: 'unanswered' };

/** Incidents in Temporal. */
export interface IncidentEngine {
  /** Opens an incident; one that was ever opened under this id stays as it is. */
  startIncident(start: IncidentStart): Promise<'started' | 'known'>;
  /** Asks an incident for something and waits for its answer. */
  actOnIncident(incidentId: string, action: IncidentAction): Promise<IncidentOutcome>;
}
