import type { Actor } from '../kernel/timeline-types.ts';

/** An incident as a case knows it. */
export interface IncidentRef {
  incidentId: string;
  workflowId: string;
}

/** A case as an incident knows it. */
export interface MemberRef {
  caseId: string;
  number: string;
  workflowId: string;
  officeId: string;
}

/**
 * What an incident tells a case. `no` counts how often the incident has linked cases (0: the case came by itself), so that
 * news about an earlier link never undoes a later one. `caseId`, because another case may run under the same workflow ID.
 */
export type IncidentNews =
  | { type: 'incidentJoined'; caseId: string; no: number; incident: IncidentRef; actor: Actor }
  | { type: 'incidentLeft'; caseId: string; no: number; incidentId: string; actor: Actor; reason: string }
  | { type: 'incidentResolved'; caseId: string; no: number; incidentId: string; actor: Actor; resolutionId: string };

/** What a case tells its incident. Every `incidentResolved` is answered: by `caseResolved`, or by `caseLeft`. */
export type MemberNews =
  | { type: 'caseJoined'; member: MemberRef; actor: Actor }
  | { type: 'caseLeft'; caseId: string; no: number; reason: string }
  | { type: 'caseResolved'; caseId: string };
