/**
 * Why a message was refused; nothing was changed. The code is also the `type` of the ApplicationFailure that a refused
 * update carries, with the whole refusal as its first detail.
 */
export const incidentRefusalCodes = [
  /** Only agents and supervisors act on incidents. */
  'NotStaff',
  /** The incident is resolved. */
  'Resolved',
  /** No such case is linked. */
  'NotLinked',
  /** The incident would have more cases than one may. */
  'Full',
  /** The incident has changed since the version that the actor saw. */
  'VersionMismatch',
  /** The message is not of the form that it should have. */
  'Malformed',
] as const;

export type IncidentRefusalCode = (typeof incidentRefusalCodes)[number];

export interface IncidentRefusal {
  code: IncidentRefusalCode;
  version: number;
}
